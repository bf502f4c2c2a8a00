import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { plainParser } from '../schema/is-plainly.js'
import { CassetteError } from './cassette-error.js'

/** Anything that a cassette keeps. */
export interface Recorded {
  key: string
}

/** A committed cassette as it was read: only what was read and understood is replaced. */
export interface CassetteFile<Entry extends Recorded> {
  /** `null` where there is no file. */
  text: string | null
  entries: Map<string, Entry>
}

const conflictMarker = /^(?:<{7}|\|{7}|={7}|>{7})/

/**
 * Reads a committed cassette. Linear in the text.
 *
 * @param name stands in messages: the path from the root
 * @throws {CassetteError} naming file and line, where it is there and cannot be read or understood
 */
export async function readCassette<Entry extends Recorded>(
  path: string,
  name: string,
  schema: z.ZodType<Entry>,
): Promise<CassetteFile<Entry>> {
  const text = await readText(path, name)
  const parse = plainParser(schema)
  const entries = new Map<string, Entry>()
  for (const [index, line] of (text ?? '').split(/\r?\n/).entries()) {
    if (line === '') continue
    const entry = readLine(line, parse, { name, line: index + 1 })
    if (entries.has(entry.key)) {
      throw problem({ name, line: index + 1 }, `the key ${entry.key} stands twice`)
    }
    entries.set(entry.key, entry)
  }
  return { text, entries }
}

/** Reads a cache, whose last line may be cut off: what is not understood there is asked again. */
export async function readCache<Entry extends Recorded>(
  path: string,
  schema: z.ZodType<Entry>,
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const text = await readFile(path, 'utf8').catch(() => '')
  const parse = plainParser(schema)
  for (const line of text.split('\n')) {
    const { data } = parse(parseJson(line))
    if (data !== undefined) entries.set(data.key, data)
  }
  return entries
}

interface Place {
  name: string
  /** From 1. */
  line: number
}

type Parse<Entry> = (value: unknown) => z.ZodSafeParseResult<Entry>

function readLine<Entry>(line: string, parse: Parse<Entry>, place: Place): Entry {
  if (conflictMarker.test(line)) {
    throw new CassetteError({
      file: place.name,
      line: place.line,
      what: 'the cassette has a merge conflict.',
      remedy: 'Keep the lines of both sides, each key once, and delete the conflict markers.',
    })
  }
  const json = parseJson(line)
  if (json === undefined) throw problem(place, 'not a recording: no JSON')
  const parsed = parse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path.map(String).join('.') ?? ''
  throw problem(place, `not a recording: ${path === '' ? '' : `${path}: `}${issue?.message ?? ''}`)
}

function problem({ name, line }: Place, what: string): CassetteError {
  return new CassetteError({
    file: name,
    line,
    what: `${what}.`,
    remedy: `Restore the file from git (git checkout -- ${name}), or delete the line and record it again with \`vitest run -u\`.`,
  })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The text of a cassette, or `null` where there is none. */
export async function readText(path: string, name: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    const what =
      code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
        ? 'the cassette is not UTF-8.'
        : `the cassette cannot be read: ${message}.`
    const remedy = `See to its permissions and its encoding, or restore it from git (git checkout -- ${name}).`
    throw new CassetteError({ file: name, what, remedy, cause })
  }
}
