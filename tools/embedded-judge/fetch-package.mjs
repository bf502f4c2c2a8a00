import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Fetches exactly one published package and unpacks it into a temporary folder.
 *
 * @param integrity as `npm view <name>@<version> dist.integrity` prints it
 * @returns the package's folder
 * @throws {Error} where the registry gives something else
 */
export function fetchPackage({ name, version, integrity }) {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-judge-assets-'))
  execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], { cwd: folder })
  const [file] = readdirSync(folder)
  const got = `sha512-${createHash('sha512')
    .update(readFileSync(join(folder, file)))
    .digest('base64')}`
  if (got !== integrity) throw new Error(`${name}@${version}: expected ${integrity}, got ${got}`)
  execFileSync('tar', ['xzf', file], { cwd: folder })
  return join(folder, 'package')
}
