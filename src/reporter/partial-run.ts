import type { Vitest } from 'vitest/node'

/**
 * Why a run is but a part of the suite, and so no witness that something is gone; `undefined` for a whole run.
 * `.only` needs no word here: its tests are collected all the same, and only what was not collected counts as removed.
 */
export function partialReason(vitest: Vitest, reason: 'passed' | 'failed' | 'interrupted'): string | undefined {
  const { config } = vitest
  if (reason === 'interrupted') return 'the run was interrupted'
  if (config.shard !== undefined) return 'only a shard ran'
  if (vitest.getGlobalTestNamePattern() !== undefined) return 'only tests with a matching name ran'
  if ((config as { tagsFilter?: string[] }).tagsFilter?.length) return 'only tests with matching tags ran'
  if (config.changed) return 'only tests of changed files ran'
  if (config.related !== undefined) return 'only related tests ran'
  if (config.project.length > 0) return 'only some projects ran'
  if (config.bail && reason === 'failed') return 'the run may have ended at the first failure'
  return undefined
}
