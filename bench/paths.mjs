import { join } from 'node:path'

/** The repository. */
export const root = join(import.meta.dirname, '..')

/** Where the measured projects are made. */
export const benchDir = join(root, '.tmp/bench')

export const vitestBin = join(root, 'node_modules/vitest/vitest.mjs')
