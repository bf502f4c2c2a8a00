import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import type { z } from 'zod'
import { BaselineError } from './baseline-error.js'
import { baselineSchema, type Baseline } from './baseline.js'
import { lineOfPath } from './line-of-path.js'
import { readOwnFormat } from './read-own-format.js'

const conflictMarker = /(?:^|\n)(?:<{7}|\|{7}|={7}|>{7})/
const restore = (file: string) =>
  `restore it from git (git checkout -- ${file}), or delete it and accept this run with \`vitest run -u\`.`

/**
 * Reads the text of a baseline file. Linear in the text: 10,000 entries of 2 KB in about 0.6 s, and in a third of that as they were written.
 *
 * The text is YAML 1.2 (core schema: no merge keys, no duplicate keys, no aliases), then checked against one schema.
 * `fileName` is only for messages.
 *
 * @throws BaselineError naming file and line, for merge conflicts, malformed YAML, an entry that is not as it should be,
 * and a format that a newer version wrote.
 */
export function parseBaseline(text: string, fileName: string): Baseline {
  const own = readOwnFormat(text)
  if (own !== null) return own
  refuseConflicts(text, fileName)
  const document = loadYaml(text, fileName)
  refuseOtherVersions(document, text, fileName)
  const result = baselineSchema.safeParse(document)
  if (result.success) return result.data
  throw schemaError(result.error, text, fileName)
}

function refuseConflicts(text: string, file: string): void {
  const conflict = conflictMarker.exec(text)
  if (conflict === null) return
  throw new BaselineError({
    file,
    line: text.slice(0, conflict.index + conflict[0].length).split('\n').length,
    what: 'the baseline has a merge conflict.',
    remedy:
      'Take either side (git checkout --ours or --theirs), then accept what the tests now say with `vitest run -u`.',
  })
}

function loadYaml(text: string, file: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA, maxAliases: 0 })
  } catch (cause) {
    const known = cause instanceof YAMLException
    throw new BaselineError({
      file,
      line: known && cause.mark !== undefined ? cause.mark.line + 1 : 1,
      what: `the baseline is not valid YAML: ${known ? cause.reason : String(cause)}.`,
      remedy: `Correct it by hand, ${restore(file)}`,
      cause,
    })
  }
}

function refuseOtherVersions(document: unknown, text: string, file: string): void {
  if (typeof document !== 'object' || document === null || !('version' in document)) return
  const { version } = document
  if (typeof version !== 'number' || version <= 1) return
  throw new BaselineError({
    file,
    line: lineOfPath(text, ['version']),
    what: `the baseline was written by a newer version: its format is ${version}, and this version reads format 1.`,
    remedy: 'Update vitest-judge (npm install --save-dev vitest-judge@latest).',
  })
}

function schemaError(error: z.ZodError, text: string, file: string): BaselineError {
  const issue = error.issues.find(({ code }) => code === 'unrecognized_keys') ?? error.issues[0]
  const path = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : ''
  return new BaselineError({
    file,
    line: lineOfPath(text, path),
    what: `${path.length === 0 ? 'the baseline' : path.map(String).join(' › ')}: ${issue?.message ?? 'is not as expected'}${more}.`,
    remedy: `Correct it by hand, ${restore(file)}`,
    cause: error,
  })
}
