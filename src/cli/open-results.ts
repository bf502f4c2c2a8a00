import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openStore } from '../store/open-store.js'
import type { Store } from '../store/store.js'
import type { ResolvedOptions } from '../plugin/resolve-options.js'
import { CliError } from './cli-error.js'
import { loadPlugin } from './load-plugin.js'

export interface OpenResults {
  store: Store
  /** Of the project, absolute. */
  root: string
  /** Of the first project that has the plugin: what is there once in a run follows it. */
  options: ResolvedOptions
}

export interface ResultsPlace {
  root: string
  config?: string
}

/**
 * Opens the results that a project keeps, lends them to `use`, and closes them.
 *
 * @throws {CliError} where it keeps none, or has kept none yet: a command that reads makes no file
 */
export async function withResults<T>(
  { root, config }: ResultsPlace,
  use: (results: OpenResults) => Promise<T>,
): Promise<T> {
  const plugin = await loadPlugin({ root: resolve(root), config })
  const [first] = plugin.projects
  if (first === undefined) throw new CliError('expected a project with the plugin, and found none')
  const { store: url } = first.options.reporter
  if (url === false) {
    throw new CliError(
      "expected results of earlier runs, and the configuration keeps none (store: false); write judge({ store: 'sqlite:.vitest-judge/results.db' }) and run vitest",
    )
  }
  const file = /^sqlite:(.+)$/s.exec(url)?.[1]
  if (file !== undefined && !existsSync(resolve(plugin.root, file))) {
    throw new CliError(
      `expected results of earlier runs in ${resolve(plugin.root, file)}, and there is no such file; run vitest first`,
    )
  }
  const store = await openStore(url, { root: plugin.root })
  try {
    return await use({ store, root: plugin.root, options: first.options })
  } finally {
    await store.close()
  }
}
