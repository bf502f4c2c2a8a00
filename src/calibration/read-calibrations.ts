import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { BaselineError } from '../baseline/baseline-error.js'
import { lineOfPath } from '../baseline/line-of-path.js'
import { calibrationsSchema, type Calibrations } from './calibrations.js'

/**
 * Reads a file of calibrations; `null` where there is none. `name` stands in messages instead of `path`.
 *
 * @throws {BaselineError} naming file and line, where the file is there and cannot be read or understood
 */
export async function readCalibrations(path: string, name = path): Promise<Calibrations | null> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new BaselineError({
      file: name,
      what: `the calibrations cannot be read: ${message}.`,
      remedy: `See to its permissions, or ${restore(name)}`,
      cause,
    })
  }
  return parseCalibrations(bytes.toString('utf8'), name)
}

/** @throws {BaselineError} naming file and line */
export function parseCalibrations(text: string, name: string): Calibrations {
  refuseConflicts(text, name)
  let document: unknown
  try {
    document = load(text, { schema: CORE_SCHEMA, maxAliases: 0 })
  } catch (cause) {
    const known = cause instanceof YAMLException
    throw new BaselineError({
      file: name,
      line: known && cause.mark !== undefined ? cause.mark.line + 1 : 1,
      what: `the calibrations are no valid YAML: ${known ? cause.reason : String(cause)}.`,
      remedy: `Correct it by hand, or ${restore(name)}`,
      cause,
    })
  }
  const parsed = calibrationsSchema.safeParse(document)
  if (parsed.success) return parsed.data
  throw schemaError(parsed.error, text, name)
}

function refuseConflicts(text: string, file: string): void {
  const conflict = /(?:^|\n)(?:<{7}|\|{7}|={7}|>{7})/.exec(text)
  if (conflict === null) return
  throw new BaselineError({
    file,
    line: text.slice(0, conflict.index + conflict[0].length).split('\n').length,
    what: 'the calibrations have a merge conflict.',
    remedy: 'Take either side (git checkout --ours or --theirs), then calibrate anew the judges of the other.',
  })
}

function schemaError(error: z.ZodError, text: string, file: string): BaselineError {
  const [issue] = error.issues
  const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : ''
  const place = path.length === 0 ? 'the calibrations' : path.map(String).join(' › ')
  return new BaselineError({
    file,
    line: lineOfPath(text, path),
    what: `${place}: ${issue?.message ?? 'is not as expected'}${more}.`,
    remedy:
      path[0] === 'version'
        ? 'A newer version may have written it: update vitest-judge (npm install --save-dev vitest-judge@latest).'
        : `Correct it by hand, or ${restore(file)}`,
    cause: error,
  })
}

function restore(file: string): string {
  return `restore it from git (git checkout -- ${file}), or delete it and calibrate anew: npx vitest-judge calibrate <labelled.jsonl>`
}
