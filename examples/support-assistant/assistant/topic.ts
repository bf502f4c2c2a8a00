/** What can be done about one order. */
export type OrderQuestion = 'status' | 'cancel' | 'change' | 'refund' | 'other'

/** Something that customers ask, in several wordings, and what the shop says to it. */
export interface Topic {
  id: string
  asked: string[]
  answer: string
  /** With an order number at hand the answer is looked up in the order itself. */
  order?: OrderQuestion
  /** `alone`: nothing else is answered beside it. `aside`: left out when there is anything else to answer. */
  place?: 'alone' | 'aside'
}
