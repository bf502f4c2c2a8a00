// Suites as a run and its baseline would give them, and the gate's own word on them: nothing of it is computed here.
import { compareRun } from '../../.build/baseline/compare.js'
import { gate } from '../../.build/baseline/gate.js'
import { defaultTolerances } from '../../.build/baseline/tolerances.js'
import { updateBaseline } from '../../.build/baseline/update-baseline.js'

export const POLICY = {
  policy: 'auto',
  margin: 0.05,
  confidence: 0.95,
  inconclusive: 'warn',
  incomparable: 'fail',
}

const FILE = 'simulated.test.js'
const JUDGE = { name: 'simulated', kind: 'custom', fingerprint: '1' }

/**
 * The cases of one run, as they come from a reporter.
 *
 * @param cases a list of cases, each a list of trials, each `{ scores: { quality: 0.7 }, passed: true }`
 */
export function evaluatedCases(cases) {
  return cases.map((trials, index) => ({
    project: '',
    file: FILE,
    name: `case ${index}`,
    key: `case ${index}`,
    suite: 'simulated',
    state: 'passed',
    trials: trials.map(({ passed }, trial) => ({
      attempt: 0,
      repeat: 0,
      trial,
      replies: [],
      scores: [],
      errors: [],
      passed,
    })),
    inputs: ['a question'],
    metrics: Object.keys(trials[0].scores).map((key) => metricOf(key, trials)),
    reply: 'a reply',
    errors: [],
    latenciesMs: [],
    assistantUsage: {},
    judgeUsage: {},
  }))
}

function metricOf(key, trials) {
  const values = trials.map(({ scores }) => scores[key])
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    key,
    metric: key,
    unit: 'unit',
    values,
    mean,
    ...(values.length > 1 && { sd: Math.sqrt(squares / (values.length - 1)) }),
    threshold: 0.5,
    passed: values.length,
    missed: 0,
    declined: 0,
    errored: 0,
    rationale: 'so it is',
    judge: JUDGE,
    expectationHash: 'expected',
  }
}

/** What the first run of these cases leaves in the file. */
export function baselineOf(cases) {
  const collected = cases.map(({ key }) => key)
  const { cases: comparison } = compareRun(
    [{ project: '', file: FILE, baseline: null, cases, collected }],
    defaultTolerances,
  )
  return updateBaseline({ baseline: null, cases, comparison, mode: 'new', partial: false }).baseline
}

export function compareWith(baseline, cases) {
  const collected = cases.map(({ key }) => key)
  return compareRun([{ project: '', file: FILE, baseline, cases, collected }], defaultTolerances)
}

/** The verdict on the second run, as `{ outcome, suites }` of the gate. */
export function verdictOn(before, after) {
  return gate(compareWith(baselineOf(evaluatedCases(before)), evaluatedCases(after)), POLICY)
}
