/** Counts of a rate that a judge found and of the labels that it is known by. They need not be whole. */
export interface JudgedCounts {
  positives: number
  trials: number
  /** Of `passed` that people passed, how many the judge passed too. */
  hits: number
  passed: number
  /** Of `refused` that people failed, how many the judge passed. */
  falseAlarms: number
  refused: number
}

/**
 * How far the counts lie from a true rate, in standard errors: above 0 where they speak for a higher one. The mean of two signed roots with the
 * same normal limit, of the score statistic and of the likelihood ratio, both at the sensitivity and specificity that fit the counts best
 * if the rate is true. In simulations of near perfect judges the first refused too rarely and the second too often; their mean came nearest.
 *
 * With the multiplier λ of the condition, each share of that fit is the root of a quadratic, and λ is the root of an increasing function.
 *
 * Sources: restricted fit and score statistic as of Miettinen and Nurminen, "Comparative Analysis of Two Rates", Statistics in Medicine 4 (1985);
 * inverting such tests for a rate behind an imperfect test, DiCiccio, Ritzwoller, Romano and Shaikh, "Confidence Intervals for
 * Seroprevalence", Statistical Science 37 (2022).
 */
export function distanceFromRate(rate: number, counts: JudgedCounts): number {
  const { positives, trials, hits, passed, falseAlarms, refused } = counts
  const fitAt = (multiplier: number) => {
    const hit = shareUnder(hits, passed, multiplier * rate)
    const alarm = shareUnder(falseAlarms, refused, multiplier * (1 - rate))
    const apparent = rate * hit + (1 - rate) * alarm
    const excess = multiplier * apparent * (1 - apparent) - (positives - trials * apparent)
    return { multiplier, hit, alarm, apparent, excess }
  }
  let low = fitAt(-1)
  let high = fitAt(1)
  for (let step = 0; low.excess > 0 && step < 50; step++) low = fitAt(2 * low.multiplier)
  for (let step = 0; high.excess < 0 && step < 50; step++) high = fitAt(2 * high.multiplier)
  while (high.multiplier - low.multiplier > 1e-12 * (1 + Math.abs(low.multiplier))) {
    const middle = fitAt((low.multiplier + high.multiplier) / 2)
    if (middle.excess > 0) high = middle
    else low = middle
  }
  const { multiplier, hit, alarm, apparent } = low
  const variance =
    (apparent * (1 - apparent)) / trials +
    (rate ** 2 * hit * (1 - hit)) / passed +
    ((1 - rate) ** 2 * alarm * (1 - alarm)) / refused
  const score = multiplier * Math.sqrt(variance)
  const deviance = 2 * (lost(positives, trials, apparent) + lost(hits, passed, hit) + lost(falseAlarms, refused, alarm))
  return (score + Math.sign(score) * Math.sqrt(Math.max(0, deviance))) / 2
}

/** The root in 0..1 of successes / x − (trials − successes) / (1 − x) + pull. */
function shareUnder(successes: number, trials: number, pull: number): number {
  const rest = trials - pull
  const root = Math.sqrt(rest ** 2 + 4 * pull * successes)
  // Whichever of the two forms takes no difference of what is nearly equal.
  return rest >= 0 ? (2 * successes) / (rest + root) : (root - rest) / (2 * pull)
}

/** What log-likelihood a share costs against the one that was counted. */
function lost(successes: number, trials: number, share: number): number {
  return part(successes, trials * share) + part(trials - successes, trials * (1 - share))
}

function part(counted: number, fitted: number): number {
  return counted === 0 ? 0 : counted * Math.log(counted / fitted)
}
