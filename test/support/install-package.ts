import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { installedPackage, repository } from './surroundings.js'

/**
 * Installs the built package for the temporary projects, as npm would: a copy in `node_modules`, so that Vite takes it for a
 * dependency. Its own dependencies are found in the repository's `node_modules`, further up.
 */
export default function installPackage(): void {
  if (!existsSync(join(repository, 'dist/index.js'))) {
    throw new Error('dist/ is missing: the tests run the built package. Run `npm test`, or `npm run build` first')
  }
  rmSync(installedPackage, { recursive: true, force: true })
  mkdirSync(installedPackage, { recursive: true })
  for (const folder of ['dist', 'assets']) {
    cpSync(join(repository, folder), join(installedPackage, folder), { recursive: true })
  }
  cpSync(join(repository, 'package.json'), join(installedPackage, 'package.json'))
}
