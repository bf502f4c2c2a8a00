import { currentTrial, type TrialScope } from '../worker/test-scope.js'
import { worker } from '../worker/worker-state.js'
import type { MatcherContext } from './matcher-context.js'

/**
 * The trial that an assertion belongs to.
 *
 * @throws {TypeError} where a judged matcher cannot work: inside another value, under `expect.poll` or `.rejects`, outside a test
 */
export function trialFor(context: MatcherContext, matcher: string): TrialScope {
  if (context.assertion === undefined) {
    throw new TypeError(
      `expect.${matcher}() cannot stand inside another value: a judgement is asynchronous. ` +
        `Write \`await expect(reply).${matcher}(…)\` on its own line`,
    )
  }
  if (context.poll === true) {
    throw new TypeError(
      `expect.poll() with ${matcher} would ask the judge again at every poll. ` +
        `Wait for the reply first: \`await expect(await ask(…)).${matcher}(…)\``,
    )
  }
  if (context.promise === 'rejects') {
    throw new TypeError(
      `.rejects.${matcher}() judges an error: a reply is expected. Write \`.resolves\`, or await the reply first`,
    )
  }
  worker()
  const trial = currentTrial()
  if (trial === undefined) {
    throw new TypeError(
      `${matcher} belongs inside a test: outside one there is nothing to record its score for. ` +
        `In concurrent tests call it from an async function, since a bare callback says not whose it is`,
    )
  }
  return trial
}
