/** A constant, then a weight for each number of the evidence. */
export type Coefficients = readonly number[]

/** What evidence weighs in a logistic regression: the logarithm of the odds, where both answers are as common. */
export function logit(evidence: readonly number[], [constant = 0, ...weights]: Coefficients): number {
  return evidence.reduce((total, value, index) => total + value * (weights[index] ?? 0), constant)
}

/** The probability that belongs to a logit, 0..1. */
export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
