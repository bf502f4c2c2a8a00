import type { Assistant } from '../assistant/define-assistant.js'
import type { CaseRecord, TestRecord } from '../evaluation/record-schema.js'
import { callSite, pointAt } from '../worker/call-site.js'
import { requireTrial, type RunningTest } from '../worker/test-scope.js'
import { worker } from '../worker/worker-state.js'
import { acceptanceMessage, applyAcceptance, type Acceptance, type CaseResult } from './acceptance.js'
import type { EvaluationCase } from './evaluation-case.js'
import type { PassRule } from './pass-rule.js'
import { readDescribeOptions } from './read-describe-options.js'
import { runCase } from './run-case.js'
import type { CaseCheck } from './run-trial.js'

export interface DescribeCasesOptions {
  assistant: Assistant
  /** How often each case is asked, ≥ 1. Default 1. */
  trials?: number
  /** Trials of a case that must pass. Default `'all'`. */
  pass?: PassRule
  /** Criteria for the suite as a whole. With them a missed score is recorded and shown, and `<suite> > acceptance` decides. */
  acceptance?: Acceptance
  /** Your own assertions on every reply, besides what the case declares. */
  check?: CaseCheck
  /** Milliseconds for one trial. Default 30,000. */
  timeoutMs?: number
  /** Name of one of `judge({ judges })`. */
  judge?: string
}

/**
 * Makes a Vitest test of each case. Cases run concurrently, as many at once as `maxConcurrency` (5) says;
 * `performance` cases run alone and after the others.
 *
 * @throws {TypeError} on an unknown or wrong option, and on a case that declares nothing to assert where there is no `check`
 * @example
 * describeCases('support', loadCases('fixtures/support.jsonl'), { assistant: ask, trials: 5, acceptance: { passRate: 0.9 } })
 */
export function describeCases(name: string, cases: EvaluationCase[], options: DescribeCasesOptions): void {
  const { describe, test } = worker().vitest
  const resolved = readDescribeOptions(name, cases, options)
  const { acceptance } = resolved
  // A case has no line of its own in the test file: its failure points at the `describeCases` that made it.
  const site = callSite(describeCases)
  const results = new Map<string, CaseResult>()
  const isTimed = ({ type }: EvaluationCase) => type === 'performance'
  const ordered = [...cases.filter((testCase) => !isTimed(testCase)), ...cases.filter(isTimed)]

  // The acceptance test must stay last, and the performance cases behind the others, under `sequence.shuffle` too; and these run
  // alone only where no other suite of the file runs beside this one, as under `sequence.concurrent`.
  describe(name, { shuffle: false, concurrent: false }, () => {
    for (const testCase of ordered) {
      test(
        testCase.id,
        {
          concurrent: !isTimed(testCase),
          timeout: resolved.timeoutMs * resolved.trials,
          skip: testCase.skip === true,
          only: testCase.only,
          tags: testTags(testCase),
          meta: { judge: { version: 1, case: caseRecord(name, testCase), trials: [] } },
        },
        async ({ skip }) => {
          if (typeof testCase.skip === 'string') skip(testCase.skip)
          const scope = requireTrial()
          const outcome = await runCase(testCase, scope, resolved)
          results.set(testCase.id, outcome)
          scope.notJudged = outcome.notJudged
          if (acceptance !== undefined) noteVerdict(scope.task, outcome.verdict)
          if (outcome.failure === undefined) return
          if (acceptance === undefined || outcome.verdict === 'errored') throw pointAt(outcome.failure, site)
        },
      )
    }
    if (acceptance === undefined) return
    const expected = cases.filter(({ skip }) => skip === false || skip === undefined).length
    test('acceptance', { concurrent: false }, ({ skip, task }) => {
      if (results.size < expected)
        skip(`${results.size} of ${expected} cases ran: a part of a suite is neither accepted nor refused`)
      const criteria = applyAcceptance(acceptance, [...results.values()])
      task.meta.judge = { version: 1, acceptance: { suite: name, criteria }, trials: [] }
      if (criteria.every(({ passed }) => passed)) return
      const isUnknown = criteria.every(({ passed, actual }) => passed || actual === null)
      const notJudged = [...results.values()].filter(({ verdict }) => verdict === 'not judged').length
      if (isUnknown && notJudged > 0) skip(`not judged: ${notJudged} of ${expected} cases`)
      throw pointAt(new Error(acceptanceMessage(name, criteria)), site)
    })
  })
}

/** Where a miss does not fail the test, its state does not say how the case came out; the record does. */
function noteVerdict(task: RunningTest, verdict: CaseResult['verdict']): void {
  const record: TestRecord = { version: 1, trials: [], ...task.meta.judge }
  // Of an earlier attempt.
  delete record.passed
  if (verdict !== 'not judged') record.passed = verdict === 'passed'
  task.meta.judge = record
}

function caseRecord(suite: string, { id, type, priority, tags }: EvaluationCase): CaseRecord {
  return { id, suite, type, ...(priority !== undefined && { priority }), tags }
}

/** Tags that Vitest knows. It fails a file for any other; those stay in the record alone. */
function testTags({ tags }: EvaluationCase): string[] {
  const { declaredTags } = worker().options
  return declaredTags === null ? tags : tags.filter((tag) => declaredTags.includes(tag))
}
