import { callSite, pointAt } from '../worker/call-site.js'
import { watchAwait } from '../worker/watch-await.js'
import type { PendingAssertion } from '../worker/test-scope.js'
import { settle, type JudgedAssertion } from './judged-assertion.js'
import type { MatcherContext, MatcherResult } from './matcher-context.js'
import { trialFor } from './refuse-misuse.js'

type Matcher = (this: MatcherContext, ...args: never[]) => unknown

/**
 * What all judged matchers do once their arguments are read: ask, record, and tell Vitest.
 *
 * @param matcher the matcher itself, for its name and for what called it
 */
export function assertJudged(
  context: MatcherContext,
  matcher: Matcher,
  read: () => JudgedAssertion,
): Promise<MatcherResult> {
  const site = callSite(matcher)
  try {
    const trial = trialFor(context, matcher.name)
    const assertion = read()
    const isNot = context.isNot === true
    const pending: PendingAssertion = {
      call: `expect(reply).${isNot ? 'not.' : ''}${assertion.call}`,
      site,
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
  } catch (error) {
    throw pointAt(error, site)
  }
}
