import { watchAwait } from '../worker/watch-await.js'
import type { PendingAssertion } from '../worker/test-scope.js'
import { settle, type JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext, MatcherResult } from './matcher-context.js'
import { trialFor } from './refuse-misuse.js'

/** What all judged matchers do once their arguments are read: ask, record, and tell Vitest. */
export function assertJudged(
  context: MatcherContext,
  matcher: string,
  read: () => JudgedAssertion,
): Promise<MatcherResult> {
  const trial = trialFor(context, matcher)
  const assertion = read()
  const { isNot } = context
  const pending: PendingAssertion = {
    call: `expect(reply).${isNot ? 'not.' : ''}${assertion.call}`,
    site: new Error('called here'),
    awaited: false,
    settled: false,
  }
  trial.assertions.push(pending)
  const result = settle(assertion, trial, pending, isNot).then(({ holds, message }): MatcherResult => {
    // Nothing is known where a stand-in declined: the assertion lets the test go on, and the test is not a pass.
    if (holds === null) return { pass: !isNot, message }
    return { pass: holds !== isNot, message }
  })
  return watchAwait(result, pending, context.soft === true ? 2 : 1)
}
