import { expect, test } from 'vitest'
import { BaselineError } from '../../src/baseline/baseline-error.js'
import { formatBaseline } from '../../src/baseline/format-baseline.js'
import { parseBaseline } from '../../src/baseline/parse-baseline.js'
import { entry, score } from './support/evaluated.js'

const file = 'snapshots/support.test.ts.judge.yaml'
const good = formatBaseline({
  version: 1,
  entries: { 'order status': entry({ intent: score(0.9), quality: score(0.5) }) },
})

function errorOf(text: string): BaselineError {
  try {
    parseBaseline(text, file)
  } catch (error) {
    if (error instanceof BaselineError) return error
    throw error
  }
  throw new Error('expected a BaselineError')
}

test('a merge conflict names the line of its first marker', () => {
  const error = errorOf(
    good.replace(
      '        score: 0.9\n',
      '<<<<<<< HEAD\n        score: 0.9\n=======\n        score: 0.8\n>>>>>>> theirs\n',
    ),
  )
  expect(error).toMatchObject({ file, line: 9 })
  expect(error.message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:9: the baseline has a merge conflict.

    Take either side (git checkout --ours or --theirs), then accept what the tests now say with \`vitest run -u\`."
  `)
})

test('a merge conflict of which only a part was removed is one too', () => {
  expect(errorOf(`${good}>>>>>>> theirs\n`).message).toContain('merge conflict')
  expect(errorOf(good.replaceAll('\n', '\r\n').replace('entries:', '=======\r\nentries:')).message).toContain(
    'merge conflict',
  )
})

test('a reply that quotes a merge conflict is none', () => {
  const reply = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n'
  expect(
    parseBaseline(formatBaseline({ version: 1, entries: { a: entry({}, { reply }) } }), file).entries.a?.reply,
  ).toBe(reply)
})

test('malformed YAML', () => {
  expect(errorOf(good.replace('score: 0.9', 'score: "0.9')).message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:10: the baseline is not valid YAML: deficient indentation.

    Correct it by hand, restore it from git (git checkout -- snapshots/support.test.ts.judge.yaml), or delete it and accept this run with \`vitest run -u\`."
  `)
})

test('an empty file', () => {
  expect(errorOf('').message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:1: the baseline is not valid YAML: expected a document, but the input is empty.

    Correct it by hand, restore it from git (git checkout -- snapshots/support.test.ts.judge.yaml), or delete it and accept this run with \`vitest run -u\`."
  `)
})

test('a key that stands twice', () => {
  expect(errorOf(good + good.slice(good.indexOf('  order status'))).message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:20: the baseline is not valid YAML: duplicated mapping key.

    Correct it by hand, restore it from git (git checkout -- snapshots/support.test.ts.judge.yaml), or delete it and accept this run with \`vitest run -u\`."
  `)
})

test('aliases and merge keys are no part of a baseline', () => {
  expect(errorOf('version: 1\nentries:\n  a: &a\n    input: x\n  b: *a\n').message).toContain('aliases')
  expect(errorOf('version: 1\nentries:\n  a:\n    <<: { input: x }\n    scores: {}\n    reply: x\n').message).toContain(
    '<<',
  )
})

test('a value of the wrong type names its line', () => {
  const error = errorOf(good.replace('score: 0.5', 'score: high'))
  expect(error.line).toBe(good.slice(0, good.indexOf('score: 0.5')).split('\n').length)
  expect(error.message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:14: entries › order status › scores › quality › score: Invalid input: expected number, received string.

    Correct it by hand, restore it from git (git checkout -- snapshots/support.test.ts.judge.yaml), or delete it and accept this run with \`vitest run -u\`."
  `)
})

test('a missing field names the line of what lacks it', () => {
  expect(errorOf(good.replace(/ +judge: .*\n/, '')).message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:8: entries › order status › scores › intent › judge: Invalid input: expected string, received undefined.

    Correct it by hand, restore it from git (git checkout -- snapshots/support.test.ts.judge.yaml), or delete it and accept this run with \`vitest run -u\`."
  `)
})

test('a field that is unknown names its line', () => {
  expect(errorOf(good.replace('    reply: ', '    replies: ')).message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:18: entries › order status › replies: Unrecognized key: "replies" (and 1 more).

    Correct it by hand, restore it from git (git checkout -- snapshots/support.test.ts.judge.yaml), or delete it and accept this run with \`vitest run -u\`."
  `)
})

test('an input of the wrong type', () => {
  expect(errorOf(good.replace(/input: .*/, 'input: [a, 1]')).message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:6: entries › order status › input: expected a string, or a list of strings.

    Correct it by hand, restore it from git (git checkout -- snapshots/support.test.ts.judge.yaml), or delete it and accept this run with \`vitest run -u\`."
  `)
})

test('a text that is no baseline at all', () => {
  expect(errorOf('- a\n- b\n').message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:1: the baseline: Invalid input: expected object, received array.

    Correct it by hand, restore it from git (git checkout -- snapshots/support.test.ts.judge.yaml), or delete it and accept this run with \`vitest run -u\`."
  `)
})

test('a newer format says to update', () => {
  expect(errorOf(good.replace('version: 1', 'version: 2')).message).toMatchInlineSnapshot(`
    "snapshots/support.test.ts.judge.yaml:3: the baseline was written by a newer version: its format is 2, and this version reads format 1.

    Update vitest-judge (npm install --save-dev vitest-judge@latest)."
  `)
})

test.each(['version: 0', 'version: one', 'edition: 1'])('an impossible version is a violation: %s', (version) => {
  expect(errorOf(good.replace('version: 1', version)).message).toContain(`${file}:`)
})

test('a key called __proto__ is a key like any other', () => {
  const entries = Object.fromEntries([['__proto__', entry(Object.fromEntries([['__proto__', score(0.5)]]))]])
  const baseline = parseBaseline(formatBaseline({ version: 1, entries }), file)
  expect(Object.keys(baseline.entries)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(baseline.entries)).toBe(Object.prototype)
  expect(baseline).toEqual({ version: 1, entries })
})

test('a byte order mark that an editor put first is no matter', () => {
  expect(parseBaseline(`\uFEFF${good}`, file)).toEqual(parseBaseline(good, file))
})
