import type { CorrectedPassRate } from '../../evaluation/corrected-pass-rate.js'
import type { SuiteSummary } from '../../evaluation/run-summary.js'
import { plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import type { Palette } from './palette.js'
import { wrapItems } from './wrap-items.js'
import { wrapBehind } from './wrap-text.js'

/** Below a suite's row: the pass rates that could be corrected for their judge's errors, as judged and as corrected. */
export function passRateLines(rates: readonly CorrectedPassRate[], palette: Palette, columns: number): string[] {
  const items = rates.filter(({ corrected }) => corrected !== null).map((rate) => itemOf(rate, rates))
  return items.length === 0 ? [] : wrapItems('  pass rates  ', items, columns).map(palette.dim)
}

/** Pass rates of the whole run beside the judges: only where there are several suites, since one has its own line. */
export function runPassRateLines(
  { suites, passRates }: { suites: readonly SuiteSummary[]; passRates: readonly CorrectedPassRate[] },
  columns: number,
): string[] {
  const isOfSeveral = suites.filter((suite) => suite.passRates.some(({ corrected }) => corrected !== null)).length > 1
  const items = passRates.filter(({ corrected }) => corrected !== null).map((rate) => itemOf(rate, passRates))
  return isOfSeveral ? wrapItems('   pass rates: ', items, columns) : []
}

/** Why pass rates of judges that were calibrated are not corrected, and what makes a correction doubtful; each reason once. */
export function passRateNotes(passRates: readonly CorrectedPassRate[], palette: Palette, columns: number): string[] {
  const notes = passRates.flatMap(({ state, reason }) => {
    // Whoever never labelled anything waits for no correction.
    if (reason === null || state === 'uncalibrated') return []
    return oneLine(state === 'corrected' ? reason : `not corrected: ${reason}`)
  })
  return [...new Set(notes)].flatMap((note) => wrapBehind('   pass rates: ', note, columns)).map(palette.yellow)
}

/** `quality 0.84, corrected 0.87 (0.78–0.95, 96 judgements)`; with judge or pass mark where the metric alone does not say which. */
function itemOf(rate: CorrectedPassRate, among: readonly CorrectedPassRate[]): string {
  const { metric, judge, threshold, judged, corrected } = rate
  const same = among.filter((other) => other.metric === metric)
  const which = [
    same.some((other) => other.judge !== judge) && `by ${judge}`,
    same.some((other) => other.threshold !== threshold) && `from ${Number(threshold.toFixed(3))} on`,
  ].filter((part) => part !== false)
  const { estimate = null, lower = 0, upper = 1 } = corrected ?? {}
  const told = [estimate?.toFixed(2), `(${lower.toFixed(2)}–${upper.toFixed(2)}, ${plural(judged, 'judgement')})`]
  const name = [metric, ...which].join(' ')
  return oneLine(`${name} ${rate.rate.toFixed(2)}, corrected ${told.filter((part) => part !== undefined).join(' ')}`)
}
