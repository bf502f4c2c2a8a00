import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/**
 * Installs the built package for the temporary projects below `.tmp/projects`, as npm would: a copy in `node_modules`,
 * so that Vite takes it for a dependency. Its own dependencies are found in the repository's `node_modules`, one folder up.
 */
export default function installPackage(): void {
  if (!existsSync(join(root, 'dist/index.js'))) {
    throw new Error('dist/ is missing: the tests run the built package. Run `npm test`, or `npm run build` first')
  }
  const target = join(root, '.tmp/node_modules/vitest-judge')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  cpSync(join(root, 'dist'), join(target, 'dist'), { recursive: true })
  cpSync(join(root, 'package.json'), join(target, 'package.json'))
}
