import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './paths.mjs'

const HELP = `npm run bench -- [options]

  --rounds <n>    rounds that count, after one that does not (5)
  --only <name>   setup, judged-50, judged-100, judged-files, judged-dataset, replayed, or the beginning of some; may be repeated
  --files <n>     test files of the setup cost (200)
  --cases <n>     judged cases, a multiple of 10 (1000)
  --judgements <n>  replayed judgements, a multiple of 10 (10000)
  --json <file>   write every run's figures there
  --dist <dir>    the built package (dist)
  --help`

/** @throws {TypeError} on an argument that is unknown or wrong */
export function readArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', multiple: true, default: [] },
      files: { type: 'string', default: '200' },
      cases: { type: 'string', default: '1000' },
      judgements: { type: 'string', default: '10000' },
      json: { type: 'string' },
      dist: { type: 'string', default: join(root, 'dist') },
      help: { type: 'boolean', default: false },
    },
  })
  const cases = positive('cases', values.cases)
  if (cases % 10 !== 0) throw new TypeError(`--cases: expected a multiple of 10, got ${cases}`)
  const judgements = positive('judgements', values.judgements)
  if (judgements % 10 !== 0) throw new TypeError(`--judgements: expected a multiple of 10, got ${judgements}`)
  return {
    help: values.help ? HELP : undefined,
    only: values.only,
    rounds: positive('rounds', values.rounds),
    files: positive('files', values.files),
    cases,
    judgements,
    json: values.json,
    dist: resolve(values.dist),
  }
}

function positive(name, text) {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new TypeError(`--${name}: expected a whole number from 1, got ${text}`)
  return value
}
