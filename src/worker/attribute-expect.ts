import { currentTrial } from './test-scope.js'

interface ChaiUtils {
  overwriteMethod(target: object, name: string, wrap: (original: AnyMethod) => AnyMethod): void
}
type AnyMethod = (this: unknown, ...args: unknown[]) => unknown
interface Chai {
  Assertion: { prototype: object }
}

const DONE = Symbol.for('vitest-judge.attributed')

/**
 * Lets the global `expect` belong to the test that calls it.
 *
 * Vitest asks for *the* current test, which in concurrent tests is another one or none, so that `expect.soft`
 * marks the wrong test. Chai's plugin interface lets us hand it the right one; where a future Vitest
 * names the test otherwise, nothing happens and its own rule stands.
 */
export function attributeExpect(chai: { use: (plugin: (chai: Chai, utils: ChaiUtils) => void) => unknown }): void {
  chai.use(({ Assertion }, utils) => {
    const prototype = Assertion.prototype as Record<PropertyKey, unknown>
    if (typeof prototype.withTest !== 'function' || DONE in prototype) return
    Object.defineProperty(prototype, DONE, { value: true })
    utils.overwriteMethod(
      Assertion.prototype,
      'withTest',
      (original) =>
        function withTest(test) {
          return original.call(this, currentTrial()?.task ?? test)
        },
    )
  })
}
