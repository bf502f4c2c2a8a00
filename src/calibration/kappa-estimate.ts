import { bootstrapInterval } from '../statistics/bootstrap-interval.js'
import { cohensKappa } from '../statistics/cohens-kappa.js'
import { proportionInterval } from '../statistics/proportion-interval.js'
import type { KappaEstimate } from './calibration.js'

export interface KappaInput {
  /** What two raters said of the same reply. */
  pairs: readonly (readonly [string, string])[]
  labels: readonly string[]
  weights: 'none' | 'quadratic'
  confidence: number
  resamples: number
  seed: number
}

/**
 * Cohen's kappa with its confidence interval; `null` without pairs.
 *
 * The interval is the percentile bootstrap over the pairs. Where all pairs agree, drawing them anew shows agreement only, be they five
 * or five thousand. The lower end is then what kappa would be if as many pairs differed, by one step, as Wilson's interval of
 * the agreement leaves room for.
 */
export function kappaEstimate(input: KappaInput): KappaEstimate | null {
  const { pairs, labels, confidence, resamples, seed } = input
  if (pairs.length === 0) return null
  const n = pairs.length
  const value = kappaOf(pairs, input)
  if (value === null) return { value, lower: null, upper: null, n }
  if (pairs.every(([one, other]) => one === other)) {
    const apart = 1 - proportionInterval({ successes: n, trials: n, confidence }).lower
    return { value, lower: Math.max(-1, 1 - apart / chanceDisagreement(pairs, labels, input.weights)), upper: 1, n }
  }
  const statistic = (sample: KappaInput['pairs']) => kappaOf(sample, input)
  const { lower, upper } = bootstrapInterval({ items: pairs, statistic, seed, confidence, resamples })
  return { value, lower, upper, n }
}

function kappaOf(pairs: KappaInput['pairs'], { labels, weights }: KappaInput): number | null {
  const a = pairs.map(([one]) => one)
  const b = pairs.map(([, other]) => other)
  return cohensKappa({ a, b, labels, weights }).value
}

/** Mean weight of the disagreement that chance would give two raters who each said what they both said here. */
function chanceDisagreement(
  pairs: KappaInput['pairs'],
  labels: readonly string[],
  weights: KappaInput['weights'],
): number {
  const shares = labels.map((label) => pairs.filter(([said]) => said === label).length / pairs.length)
  let sum = 0
  for (const [one, share] of shares.entries()) {
    for (const [other, otherShare] of shares.entries()) {
      const weight = weights === 'none' ? Number(one !== other) : (one - other) ** 2
      sum += weight * share * otherShare
    }
  }
  return sum
}
