import { createRequire } from 'node:module'
import type { Plugin } from 'vitest/config'
// For `configureVitest` and the provided context.
import type {} from 'vitest/node'
import type {} from '../worker/augment-vitest.js'
import { resolveOptions, type JudgeOptions, type ResolvedOptions } from './resolve-options.js'
import { joinRun } from './judge-run.js'
import { browserSetupModule } from './browser-setup-module.js'
import { runnerModule } from './runner-module.js'

/** What other code may know of the plugin, once it stands in a configuration: its `api`, as Vite calls it. */
export interface JudgePluginApi {
  options: ResolvedOptions
}

export const PLUGIN_NAME = 'vitest-judge'

/**
 * The Vitest plugin: gives tests the matchers, judges in the main process, keeps results and baselines, reports and gates.
 *
 * @throws {TypeError} on unknown or wrong options
 * @example
 * // vitest.config.ts
 * export default defineConfig({ plugins: [judge()] })
 */
export function judge(options: JudgeOptions = {}): Plugin {
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }
  const { isTTY, columns } = process.stdout
  const resolved = resolveOptions(options, { env: process.env, terminal: { isTTY, columns }, version })
  const api: JudgePluginApi = { options: resolved }
  return {
    name: PLUGIN_NAME,
    api,
    // Before Vite's own resolver, which would look for a file of that name.
    enforce: 'pre',
    resolveId: (id) => (virtualModule(id) === undefined ? undefined : id),
    load: virtualModule,
    // Vitest awaits it, though its type says void.
    configureVitest: ({ vitest, project }) => joinRun(vitest, project, resolved) as unknown as undefined,
  }
}

function virtualModule(id: string): string | undefined {
  return runnerModule(id) ?? browserSetupModule(id)
}
