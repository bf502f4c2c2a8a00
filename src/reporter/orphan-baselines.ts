import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const ENDING = '.judge.yaml'

/** Baseline files whose test file is gone, from the root with forward slashes, sorted. */
export async function orphanBaselines(root: string, dir: string): Promise<string[]> {
  const names = await readdir(join(root, dir), { recursive: true }).catch(() => [])
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ENDING) && !hasTestFile(root, name.slice(0, -ENDING.length)))
    .map((name) => `${dir}/${name}`)
    .sort()
}

/** The first folder may be a project's name. */
function hasTestFile(root: string, name: string): boolean {
  return existsSync(join(root, name)) || existsSync(join(root, name.slice(name.indexOf('/') + 1)))
}
