import { join, resolve } from 'node:path'

export const repository = join(import.meta.dirname, '../..')

/**
 * The folder in which temporary projects live, and whose `node_modules` they see: the repository, or one of `compat/` with
 * another Vitest and another Node, named by `VITEST_JUDGE_COMPAT`.
 */
const compat = process.env.VITEST_JUDGE_COMPAT
export const host = compat === undefined ? repository : resolve(compat)

export const node = compat === undefined ? process.execPath : join(host, 'node_modules/.bin/node')
export const vitestFolder = join(host, 'node_modules/vitest')
export const installedPackage = join(host, '.tmp/node_modules/vitest-judge')
export const projectsFolder = join(host, '.tmp/projects')
