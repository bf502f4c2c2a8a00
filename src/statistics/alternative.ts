/** What a test holds against "no difference": any, or that the first is greater, or less, than the second. */
export type Alternative = 'two-sided' | 'greater' | 'less'

export const ALTERNATIVES: readonly Alternative[] = ['two-sided', 'greater', 'less']
