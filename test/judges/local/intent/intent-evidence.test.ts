import { describe, expect, test } from 'vitest'
import { Meanings } from '../../../../src/encoder/meanings.js'
import { intentCoefficients } from '../../../../src/judges/local/intent/intent-coefficients.js'
import { intentEvidence, readIntent, type KnownIntent } from '../../../../src/judges/local/intent/intent-evidence.js'
import { logit, probability } from '../../../../src/judges/local/logistic-model.js'

const meanings = await Meanings.load()

const order: KnownIntent = {
  intent: 'order_status',
  description: 'Tells where an order is and when it arrives.',
}
const examples = [
  'Your order 55012 was handed to the carrier yesterday.',
  'The parcel is on its way and arrives on Monday.',
  'I have looked it up: your package leaves our warehouse today.',
]

async function evidence(reply: string, known: KnownIntent) {
  return intentEvidence(await meanings.of(reply), await readIntent(known, meanings), meanings)
}

async function likelihood(reply: string, known: KnownIntent): Promise<number> {
  const weights = known.examples === undefined ? intentCoefficients.label : intentCoefficients.examples
  return probability(logit(await evidence(reply, known), weights))
}

const right = 'Good news! Your order was shipped this morning and should be with you on Thursday.'
const wrong = ['We repair pianos in Bern.', 'Your password has been reset.', 'How can I help you today?', 'OK.']

describe.for<[string, KnownIntent]>([
  ['by label and description', order],
  ['by examples', { ...order, examples }],
])('%s', ([, known]) => {
  test('a reply that has the intent is likelier than any that has not', async () => {
    const likely = await likelihood(right, known)
    expect(likely).toBeGreaterThan(0.6)
    for (const reply of wrong) expect(await likelihood(reply, known)).toBeLessThan(0.5)
  })

  test('an empty reply is unlikely, and no number is missing', async () => {
    expect(await likelihood('', known)).toBeLessThan(0.2)
  })
})

test('however a label is written, the evidence is the same', async () => {
  const expected = await evidence(right, { intent: 'order_status' })
  expect(await evidence(right, { intent: 'OrderStatus' })).toEqual(expected)
  expect(await evidence(right, { intent: 'order-status' })).toEqual(expected)
})
