import { currentTrial } from './test-scope.js'

type AnyMethod = (this: unknown, ...args: unknown[]) => unknown

interface ChaiUtils {
  overwriteMethod(target: object, name: string, wrap: (original: AnyMethod) => AnyMethod): void
}

/** The part of Chai's plugin interface that is used here. */
export interface ChaiPlugins {
  use(plugin: (chai: { Assertion: { prototype: object } }, utils: ChaiUtils) => void): unknown
}

const DONE = Symbol.for('vitest-judge.attributed')

/**
 * Lets the global `expect` belong to the test that calls it.
 *
 * Vitest asks for *the* current test, which in concurrent tests is another one or none, so that `expect.soft` marks the wrong
 * test or refuses to work. Chai's plugin interface lets us name the right one; where a future Vitest tells an assertion
 * its test in another way, nothing happens and Vitest's own rule stands.
 */
export function attributeExpect(chai: ChaiPlugins): void {
  chai.use(({ Assertion }, utils) => {
    const prototype = Assertion.prototype as Record<PropertyKey, unknown>
    const { withTest, withContext } = prototype
    if (typeof withTest !== 'function' || typeof withContext !== 'function' || DONE in prototype) return
    Object.defineProperty(prototype, DONE, { value: true })
    utils.overwriteMethod(prototype, 'withTest', (original) => {
      return function (test) {
        return original.call(this, currentTrial()?.task ?? test)
      }
    })
    // Where Vitest knows of no current test it does not even call `withTest`, only this, for `expect.soft`.
    utils.overwriteMethod(prototype, 'withContext', (original) => {
      return function (context) {
        const task = currentTrial()?.task
        if (task !== undefined) (withTest as AnyMethod).call(this, task)
        return original.call(this, context)
      }
    })
  })
}
