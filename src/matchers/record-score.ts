import { isBuiltInMetric } from '../evaluation/built-in-metrics.js'
import type { ScoreRecord } from '../evaluation/record-schema.js'
import type { Direction } from '../evaluation/score-unit.js'
import { callSite } from '../worker/call-site.js'
import { currentTrial } from '../worker/test-scope.js'
import { worker } from '../worker/worker-state.js'
import { describeValue } from './describe-value.js'

export interface RecordScoreOptions {
  /** Whether more (`up`, the default) or less (`down`) of it is better. */
  direction?: Direction
  /** By how much it may get worse before that counts, in the unit of the value. Default 5 % of the baseline's value, with `unit: 'unit'` 0.05. */
  tolerance?: number
  /** `unit` for a share of 0..1, shown and tolerated like the scores of judges. Default `number`: any finite number. */
  unit?: 'number' | 'unit'
}

/** Squares of it, and sums of these, are finite. */
const MAX_VALUE = 1e100

/**
 * Puts a number of your own into the current test's record, the baseline and the gate: a readability index, a BLEU score, a count.
 * It asserts nothing. A later run whose number is worse than the baseline's by more than the tolerance is a regression.
 *
 * Of several trials of a case the mean counts. A name given twice in a test is kept as `name` and `name#2`.
 *
 * @param name of your own: none of the matchers' metrics (`intent`, `quality`, `cost`, …)
 * @throws {TypeError} outside a test, on a value that is not finite or beyond ±1e100, a name that is taken, an unknown option
 * @example
 * recordScore('words per sentence', 14.2, { direction: 'down' })
 * recordScore('recall@10', 0.83, { unit: 'unit', tolerance: 0.02 })
 */
export function recordScore(name: string, value: number, options: RecordScoreOptions = {}): void {
  const { direction, tolerance, unit } = readOptions(options)
  if (typeof name !== 'string' || name.trim() === '') {
    throw new TypeError(`recordScore: expected a name such as 'words per sentence', got ${describeValue(name)}`)
  }
  if (isBuiltInMetric(name)) {
    throw new TypeError(`recordScore: "${name}" is a metric of vitest-judge; give your score another name`)
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(
      `recordScore: expected "${name}" as a finite number, got ${describeValue(value)}. Record nothing where there is no value`,
    )
  }
  if (Math.abs(value) > MAX_VALUE) {
    throw new TypeError(
      `recordScore: expected "${name}" within ±${MAX_VALUE}, got ${value}. Beyond it no deviation can be worked out: record its logarithm`,
    )
  }
  if (unit === 'unit' && (value < 0 || value > 1)) {
    throw new TypeError(
      `recordScore: expected "${name}" within 0..1 with { unit: 'unit' }, got ${value}. Leave the unit out for other numbers`,
    )
  }
  worker()
  const trial = currentTrial()
  if (trial === undefined) {
    throw new TypeError(
      `recordScore belongs inside a test: outside one there is nothing to record "${name}" for. ` +
        `In concurrent tests call it from an async function, since a bare callback says not whose it is`,
    )
  }
  const score: ScoreRecord = {
    metric: name,
    unit,
    value,
    threshold: null,
    negated: false,
    passed: null,
    rationale: direction === 'down' ? 'recorded by the test; less is better' : 'recorded by the test',
    judge: { name: 'recorded', kind: 'code', fingerprint: '1' },
    expectation: { unit, direction },
    reply: trial.replies.length - 1,
  }
  if (direction === 'down') score.direction = direction
  if (tolerance !== undefined) score.tolerance = tolerance
  trial.assertions.push({
    call: `recordScore('${name}', ${value})`,
    site: callSite(recordScore),
    awaited: true,
    settled: true,
    score,
  })
}

type ReadOptions = Required<Pick<RecordScoreOptions, 'direction' | 'unit'>> & Pick<RecordScoreOptions, 'tolerance'>

function readOptions(options: RecordScoreOptions): ReadOptions {
  if (typeof options !== 'object' || (options as unknown) === null || Array.isArray(options)) {
    throw new TypeError(`recordScore: expected its options as an object, got ${describeValue(options)}`)
  }
  const { direction = 'up', tolerance, unit = 'number', ...unknown } = options
  const [name] = Object.keys(unknown)
  if (name !== undefined) {
    throw new TypeError(`recordScore: unknown option "${name}"; known are direction, tolerance, unit`)
  }
  if ((direction as string) !== 'up' && (direction as string) !== 'down') {
    throw new TypeError(
      `recordScore: expected the option "direction" as 'up' or 'down', got ${describeValue(direction)}`,
    )
  }
  if ((unit as string) !== 'number' && (unit as string) !== 'unit') {
    throw new TypeError(`recordScore: expected the option "unit" as 'number' or 'unit', got ${describeValue(unit)}`)
  }
  if (tolerance !== undefined && !(Number.isFinite(tolerance) && tolerance >= 0)) {
    throw new TypeError(
      `recordScore: expected the option "tolerance" as a number of 0 or more, got ${describeValue(tolerance)}`,
    )
  }
  return { direction, tolerance, unit }
}
