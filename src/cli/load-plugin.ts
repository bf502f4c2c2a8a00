import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { PLUGIN_NAME, type JudgePluginApi } from '../plugin/judge-plugin.js'
import type { ResolvedOptions } from '../plugin/resolve-options.js'
import { CliError } from './cli-error.js'
import { importVitest } from './find-vitest.js'

export interface LoadedPlugin {
  /** Absolute. */
  root: string
  /** The options of `judge()`, one of each project that has the plugin. */
  projects: { name: string; options: ResolvedOptions }[]
}

/**
 * What `judge()` was given in the Vitest configuration of a project. Vitest itself reads it, with all projects, as it does for a run;
 * no test is looked at.
 *
 * @throws {CliError} where there is no such configuration, it fails, or the plugin is not in it
 */
export async function loadPlugin({
  root,
  config,
}: {
  root: string
  config: string | undefined
}): Promise<LoadedPlugin> {
  if (config !== undefined && !existsSync(resolve(root, config))) {
    throw new CliError(`--config: expected a file, got none; looked at ${resolve(root, config)}`)
  }
  const { createVitest } = await importVitest(root)
  // As the command `vitest` does: a configuration may look at these.
  process.env.TEST ??= 'true'
  process.env.VITEST ??= 'true'
  process.env.NODE_ENV ??= 'test'
  const vitest = await createVitest('test', { root, watch: false, ...(config !== undefined && { config }) })
  try {
    const projects = vitest.projects.flatMap(({ name, vite }) =>
      vite.config.plugins
        .filter((plugin) => plugin.name === PLUGIN_NAME)
        .map((plugin) => ({ name, options: (plugin.api as JudgePluginApi).options })),
    )
    if (projects.length === 0) {
      const where = config ?? `the Vitest configuration of ${root}`
      throw new CliError(
        `expected the plugin in ${where}, and found none; write plugins: [judge({ judge: … })], or name another configuration with --config`,
      )
    }
    return { root: vitest.config.root, projects }
  } finally {
    await vitest.close()
  }
}
