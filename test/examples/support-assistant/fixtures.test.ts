import { readFileSync } from 'node:fs'
import { diffLines } from 'diff'
import { expect, test } from 'vitest'
import { catalogue } from '../../../examples/support-assistant/assistant/catalogue.js'
import { faq } from '../../../examples/support-assistant/assistant/faq.js'
import { intents } from '../../../examples/support-assistant/intents.js'

const read = (path: string) =>
  readFileSync(new URL(`../../../examples/support-assistant/${path}`, import.meta.url), 'utf8')

const cases = read('fixtures/support.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id: string; intent?: string })

test('every case has an id of its own, and an intent that is declared', () => {
  expect(cases.length).toBeGreaterThanOrEqual(64)
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  const declared = Object.keys(intents)
  const used = new Set(cases.flatMap(({ intent }) => intent ?? []))
  expect([...used].toSorted()).toEqual(declared.toSorted())
})

test('no example of an intent is a sentence of the assistant', () => {
  const answers = [...faq, ...catalogue].map(({ answer }) => answer).join('\n')
  const copied = Object.values(intents).flatMap(({ examples }) =>
    examples.filter((example) => answers.includes(example)),
  )
  expect(copied).toEqual([])
})

test('the regressed variant differs in at most ten lines', () => {
  const changes = diffLines(read('assistant/settings.ts'), read('assistant/settings.regressed.ts'))
  const added = changes.filter((change) => change.added).reduce((lines, { count }) => lines + count, 0)
  expect(added).toBeGreaterThan(0)
  expect(added).toBeLessThanOrEqual(10)
})
