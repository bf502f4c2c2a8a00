import type { GatePolicy } from './gate-policy.js'
import { oneLine, placeOf } from './gate-words.js'
import { figure, shownChange, signedFigure } from './shown-change.js'
import type { Enough } from './enough-to-decide.js'
import type { MetricVerdict } from './judge-family.js'
import type { SuiteVerdict } from './judge-suite.js'

type Confidence = Pick<GatePolicy, 'confidence'>

/** What fell, the farthest first, of all suites that regressed. */
export function regressionNote(suites: readonly SuiteVerdict[], policy: Confidence): string | false {
  const regressed = suites.filter(({ verdict }) => verdict === 'regressed')
  const fallen = regressed
    .flatMap((suite) => suite.metrics.map((metric) => ({ suite, metric })))
    .filter(({ metric: { verdict } }) => verdict === 'regressed')
    .sort((a, b) => (a.metric.change ?? 0) / a.metric.margin - (b.metric.change ?? 0) / b.metric.margin)
  const [worst] = fallen
  if (worst === undefined) return regressed[0] !== undefined && `${placeOf(regressed[0])} got worse`
  const more = fallen.length - 1
  const others = more === 0 ? '' : `, and ${more} more ${more === 1 ? 'metric' : 'metrics'} got worse`
  return `${named(worst.suite, worst.metric)} ${changeNote(worst.metric, policy)}${others}`
}

/** What keeps the first suite from a verdict, and what would give it one. */
export function inconclusiveNote(suites: readonly SuiteVerdict[], policy: Confidence): string | false {
  const open = suites.filter(({ verdict }) => verdict === 'inconclusive')
  const [suite] = open
  if (suite === undefined) return false
  const more = open.length - 1
  const others = more === 0 ? '' : `, and ${more} more ${more === 1 ? 'file' : 'files'}`
  if (suite.hangsOnMissing) {
    return `the verdict on ${placeOf(suite)} hangs on ${suite.missingTrials} trials that were not judged${others}`
  }
  const metric = suite.metrics
    .filter(({ verdict }) => verdict === 'inconclusive')
    .sort((a, b) => a.lower / a.margin - b.lower / b.margin)[0]
  if (metric === undefined) return `nothing is sure about ${placeOf(suite)}${others}`
  const said = `${named(suite, metric)} ${changeNote(metric, policy)}, which neither excludes ${metric.betterLower ? 'a rise' : 'a drop'} of ${figure(metric.margin, metric)} nor shows one`
  return `${said}${enoughNote(metric)}${others}`
}

export function brokenNote(suites: readonly SuiteVerdict[]): string | false {
  const fatal = suites.flatMap((suite) =>
    suite.broken.filter((broken) => broken.fatal).map((broken) => ({ suite, broken })),
  )
  const [first] = fatal
  if (first === undefined) return false
  const which =
    fatal.length === 1 ? '1 case always passed and now fails' : `${fatal.length} cases always passed and now fail`
  return oneLine(
    `${which} in every trial: ${placeOf(first.suite)} › ${first.broken.key}${fatal.length > 1 ? ', …' : ''}`,
  )
}

/** `9 trials a case (now 3), or 150 cases (now 50), would decide`; of the many that nobody would run, nothing. */
export function enoughNote({ enough, cases, trials }: Pick<MetricVerdict, 'enough' | 'cases' | 'trials'>): string {
  if (enough === null) return ''
  return `; ${enoughText(enough, cases, trials.least)} would decide`
}

function enoughText({ cases, trials }: Enough, casesNow: number, trialsNow: number): string {
  const byCases = `${cases} cases (now ${casesNow})`
  return trials === undefined ? byCases : `${trials} trials a case (now ${trialsNow}) or ${byCases}`
}

function changeNote(metric: MetricVerdict, { confidence }: Confidence): string {
  const change = shownChange(metric)
  if (change === null) return 'has no value'
  const percent = Number((confidence * 100).toFixed(4))
  const interval = change.isKnown
    ? `${percent} % interval ${signedFigure(change.lower, metric)} to ${signedFigure(change.upper, metric)}`
    : 'of too few cases to say more'
  return `changed by ${signedFigure(change.change, metric)} (${interval})`
}

function named(suite: SuiteVerdict, { metric, kind }: MetricVerdict): string {
  return oneLine(`${kind === 'score' ? 'mean ' : ''}${metric} of ${placeOf(suite)}`)
}
