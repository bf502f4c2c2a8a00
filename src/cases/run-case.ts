import { isJudgement } from '../evaluation/score-unit.js'
import { appendTrials } from '../worker/append-trials.js'
import type { TrialScope } from '../worker/test-scope.js'
import type { CaseResult } from './acceptance.js'
import type { EvaluationCase } from './evaluation-case.js'
import { applyPassRule, requiredTrials, type PassRule } from './pass-rule.js'
import { runTrial, type TrialOptions, type TrialOutcome } from './run-trial.js'

export interface CaseOptions extends TrialOptions {
  pass: PassRule
}

export interface CaseOutcome extends CaseResult {
  /** What the test throws, where it does; a missed score is not thrown where the suite has acceptance criteria. */
  failure: Error | undefined
  notJudged: string | undefined
}

/** Runs a case's trials one after the other, and decides it by the pass rule. An error fails it whatever the rule says. */
export async function runCase(testCase: EvaluationCase, test: TrialScope, options: CaseOptions): Promise<CaseOutcome> {
  const outcomes: TrialOutcome[] = []
  for (let trial = 0; trial < options.trials; trial++) {
    outcomes.push(await runTrial(testCase, test, trial, options))
  }
  const records = outcomes.map(({ record }) => record)
  appendTrials(test.task, records)

  const errors = outcomes.flatMap((outcome) => outcome.errors)
  const verdict =
    errors.length > 0
      ? 'errored'
      : applyPassRule(
          options.pass,
          records.map(({ passed }) => passed),
        )
  return {
    verdict,
    scores: records.flatMap(({ scores }) =>
      scores.flatMap((score) =>
        isJudgement(score) && score.value !== null ? [{ metric: score.metric, value: score.value }] : [],
      ),
    ),
    durationsMs: records.flatMap(({ replies }) => replies.flatMap(({ durationMs }) => durationMs ?? [])),
    failure:
      verdict === 'errored' ? joined(errors) : verdict === 'failed' ? describeFailure(outcomes, options) : undefined,
    notJudged:
      verdict === 'not judged' ? outcomes.find(({ notJudged }) => notJudged !== undefined)?.notJudged : undefined,
  }
}

function describeFailure(outcomes: TrialOutcome[], { pass, trials }: CaseOptions): Error {
  const misses = outcomes.flatMap((outcome) => outcome.misses)
  if (trials === 1) return joined(misses)
  const passed = outcomes.filter(({ record }) => record.passed === true).length
  const told = outcomes.flatMap(({ misses: [first] }, trial) =>
    first === undefined ? [] : [`Trial ${trial + 1} of ${trials}:\n${first.message}`],
  )
  return new Error([`${passed} of ${trials} trials passed, ${requiredTrials(pass, trials)} must`, ...told].join('\n\n'))
}

/** Vitest shows each error of an aggregate on its own. */
function joined(errors: Error[]): Error {
  const [first] = errors
  return errors.length === 1 && first !== undefined
    ? first
    : new AggregateError(errors, errors.map(({ message }) => message).join('\n\n'))
}
