import { pointAt } from './call-site.js'
import type { PendingAssertion, TrialScope } from './test-scope.js'

/**
 * An error for every assertion whose verdict came too late to count, with the stack of the line that forgot to wait.
 *
 * @param isOver whether the trial came to its end; in one that broke off, a judgement may well be under way
 */
export function forgottenAssertions(scope: TrialScope, isOver: boolean): Error[] {
  const forgotten = scope.assertions.filter(({ awaited, settled }) => !awaited || (isOver && !settled))
  for (const assertion of forgotten) assertion.isForgotten = true
  return forgotten.map(notAwaited)
}

function notAwaited({ call, site }: PendingAssertion): Error {
  return pointAt(
    new Error(`\`${call}\` was not awaited, so its verdict came too late to count.\n\nWrite: await ${call}`),
    site,
  )
}
