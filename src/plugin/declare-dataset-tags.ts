import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { readCases as ReadCases } from '../cases/read-cases.js'

/** `loadCases('fixtures/support.jsonl'` as it is written in a test file. */
const LOAD_CASES = /\bloadCases\(\s*(['"`])(?<path>[^'"`$\n]+)\1/g

/**
 * Lets `--tags-filter` find the cases of datasets by their tags, which Vitest otherwise refuses as unknown.
 * Reads the test files for the datasets that they load, so it is done only where such a filter is given.
 */
export async function declareDatasetTags(project: TestProject): Promise<void> {
  const config = project.config as { tagsFilter?: string[]; tags: { name: string }[] }
  if (!config.tagsFilter?.length) return
  const { readCases } = await import('../cases/read-cases.js')
  const { testFiles } = await project.globTestFiles()
  const known = new Set(config.tags.map(({ name }) => name))
  const found = new Set(testFiles.flatMap(datasetsOf).flatMap((dataset) => tagsOf(dataset, readCases)))
  for (const name of [...found].sort()) if (!known.has(name)) config.tags.push({ name })
}

function datasetsOf(testFile: string): string[] {
  const source = readFileSync(testFile, 'utf8')
  return [...source.matchAll(LOAD_CASES)].map(({ groups }) => resolve(dirname(testFile), groups?.path ?? ''))
}

/** A dataset that cannot be read is told by the test file that loads it, with file and line. */
function tagsOf(dataset: string, readCases: typeof ReadCases): string[] {
  try {
    return readCases(dataset).flatMap(({ tags }) => tags)
  } catch {
    return []
  }
}
