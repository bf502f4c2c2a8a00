/** A score as it stands in the file: to 0.01, so that noise does not churn the file. */
export function roundScore(score: number): number {
  return Math.round(score * 100) / 100
}

/** A standard deviation as it stands in the file: to 0.001. */
export function roundSd(sd: number): number {
  return Math.round(sd * 1000) / 1000
}
