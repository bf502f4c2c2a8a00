import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { benchDir } from './paths.mjs'

/**
 * Makes a project anew.
 *
 * @param files text by path
 * @returns its folder
 */
export function makeProject(name, files) {
  const path = join(benchDir, name)
  rmSync(path, { recursive: true, force: true })
  for (const [file, text] of Object.entries({ 'package.json': '{ "type": "module", "private": true }', ...files })) {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  return path
}
