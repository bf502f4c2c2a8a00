import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { BASELINE_ENDING } from '../baseline/baseline-path.js'
import { JUDGEMENTS_ENDING, REPLIES_ENDING } from '../cassette/cassettes.js'

const ENDINGS = [BASELINE_ENDING, JUDGEMENTS_ENDING, REPLIES_ENDING]

/** Baselines and cassettes whose test file is gone, from the root with forward slashes, sorted. */
export async function orphanBaselines(root: string, dir: string): Promise<string[]> {
  const names = await readdir(join(root, dir), { recursive: true }).catch(() => [])
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => {
      const ending = ENDINGS.find((one) => name.endsWith(one))
      return ending !== undefined && !hasTestFile(root, name.slice(0, -ending.length))
    })
    .map((name) => `${dir}/${name}`)
    .sort()
}

/** The first folder may be a project's name. */
function hasTestFile(root: string, name: string): boolean {
  return [name, name.slice(name.indexOf('/') + 1)].some(
    (path) => existsSync(resolve(root, path)) || existsSync(resolve(root, asTestFile(path))),
  )
}

/** Undoes what `baselinePath` does to a test file outside the root, and to a colon. */
function asTestFile(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment === '%2E%2E' ? '..' : segment.replaceAll('%3A', ':')))
    .join('/')
}
