import type * as Vitest from 'vitest'
import type { JudgeClient } from '../judge-service/judge-client.js'
import type { Prices } from '../judges/prices.js'
import type { ServiceAddress } from '../judge-service/protocol.js'

/** What the plugin tells each worker through `provide`. Plain JSON, and no key of any judge. */
export interface WorkerOptions {
  service: ServiceAddress
  project: string
  /** Tags that Vitest lets a test have; `null` where it lets any. */
  declaredTags: string[] | null
  /** The user's own prices of models. */
  prices?: Prices
}

/** The part of `vitest` that we build on, as it stands in the user's project. */
export type VitestApi = Pick<typeof Vitest, 'describe' | 'expect' | 'test'>

/** What one test file's modules of ours share. */
export interface WorkerState {
  vitest: VitestApi
  client: JudgeClient
  options: WorkerOptions
  /** The test file under way, absolute. */
  readonly testFile: string | undefined
  watchFile(path: string): void
}

// On the global object and not in a module: Vitest may load this file twice, transformed for
// the test runner and natively for the test file's import, and in a vm pool once a context.
const KEY = Symbol.for('vitest-judge.worker')
const registry = globalThis as { [KEY]?: WorkerState }

export function setWorker(state: WorkerState): void {
  registry[KEY] = state
}

/** @throws {Error} outside a Vitest worker that the plugin has set up */
export function worker(): WorkerState {
  const state = registry[KEY]
  if (state === undefined) {
    throw new Error(
      "vitest-judge is not set up in this test file: add `plugins: [judge()]` from 'vitest-judge/plugin' to vitest.config.ts" +
        ' (with `test.projects`, to each project, or let the project extend the root config with `extends: true`)',
    )
  }
  return state
}
