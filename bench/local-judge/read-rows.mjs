import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The rows of a JSONL file; `null` where the folder has none of that name. */
export function readRows(folder, name) {
  let text
  try {
    text = readFileSync(join(folder, name), 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
