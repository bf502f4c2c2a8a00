import { proportionInterval } from '../../.build/statistics/proportion-interval.js'

/**
 * Holds a counted rate against a bar. It misses only where chance does not explain it: where the one-sided 99 % bound lies on the wrong side.
 *
 * @param bar `{ atMost }`, `{ atLeast }`, or `{ near, within }` for both
 */
export function holdBar(successes, trials, bar) {
  // Each end of a two-sided 98 % interval is a one-sided 99 % bound.
  const { lower, upper } = proportionInterval({ successes, trials, confidence: 0.98, method: 'clopper-pearson' })
  const atMost = bar.atMost ?? (bar.near === undefined ? 1 : bar.near + bar.within)
  const atLeast = bar.atLeast ?? (bar.near === undefined ? 0 : bar.near - bar.within)
  return { rate: successes / trials, held: lower <= atMost && upper >= atLeast }
}

export function describeBar({ atMost, atLeast, near, within }) {
  const percent = (share) => `${Math.round(share * 1000) / 10} %`
  if (near !== undefined) return `${percent(near)} ± ${Math.round(within * 100)}`
  return atMost === undefined ? `≥ ${percent(atLeast)}` : `≤ ${percent(atMost)}`
}
