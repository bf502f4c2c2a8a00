import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { benchDir, root } from './paths.mjs'

/**
 * Installs the built package for the projects below `.tmp/bench` as npm would: a copy in `node_modules`, so that Vite takes it for a
 * dependency. A copy of our own, since the tests replace theirs whenever they start.
 *
 * @returns the folder of the installed package
 */
export function installBuiltPackage(dist) {
  if (!existsSync(join(dist, 'index.js')))
    throw new Error(`${dist} is not built: run \`npm run bench\` or \`npm run build\``)
  const target = join(benchDir, 'node_modules/vitest-judge')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  cpSync(dist, join(target, 'dist'), { recursive: true })
  cpSync(join(root, 'assets'), join(target, 'assets'), { recursive: true })
  cpSync(join(root, 'package.json'), join(target, 'package.json'))
  return target
}
