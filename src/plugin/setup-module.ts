import { fileURLToPath } from 'node:url'

/**
 * Ids of the modules that the plugin adds to a project's setup files. They are virtual and not files of ours, since Vitest runs
 * a setup file afresh for every test file only if it goes through Vite; and they have no `\0`, which `setupFiles` would lose.
 */
export const SETUP_ID = 'virtual:vitest-judge/setup'
export const BROWSER_SETUP_ID = 'virtual:vitest-judge/setup-browser'

const MATCHERS = ['toHaveIntent', 'toExtractEntities', 'toScoreAtLeast', 'toRespondWithin']

/** Source of a setup module; `undefined` for another id. */
export function setupModule(id: string): string | undefined {
  if (id === SETUP_ID) {
    const path = fileURLToPath(new URL('../plugin/set-up-worker.js', import.meta.url)).replaceAll('\\', '/')
    return [
      "import { afterAll, afterEach, aroundEach, chai, describe, expect, inject, test } from 'vitest'",
      `import { setUpWorker } from ${JSON.stringify(path)}`,
      "setUpWorker({ afterAll, afterEach, aroundEach, chai, describe, expect, test }, inject('vitestJudge'))",
    ].join('\n')
  }
  if (id === BROWSER_SETUP_ID) {
    const message = 'vitest-judge does not run in the browser: judge replies in a project that runs in Node'
    const refuse = MATCHERS.map((name) => `${name}() { throw new Error(${JSON.stringify(message)}) }`)
    return `import { expect } from 'vitest'\nexpect.extend({ ${refuse.join(', ')} })`
  }
  return undefined
}
