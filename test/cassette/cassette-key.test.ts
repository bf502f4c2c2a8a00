import { expect, test } from 'vitest'
import { cassetteKey } from '../../src/cassette/cassette-key.js'

const question = { judge: 'f1', trial: 0, request: { metric: 'intent', reply: 'Hello!' } }

test('32 digits, the same whatever the order of the keys', () => {
  const key = cassetteKey(question)
  expect(key).toMatch(/^[0-9a-f]{32}$/)
  expect(cassetteKey({ request: { reply: 'Hello!', metric: 'intent' }, trial: 0, judge: 'f1' })).toBe(key)
})

test('another judge, another trial and another request have another key', () => {
  const others = [
    { ...question, judge: 'f2' },
    { ...question, trial: 1 },
    { ...question, request: { ...question.request, reply: 'Hello' } },
  ]
  expect(new Set([question, ...others].map(cassetteKey)).size).toBe(4)
})

// A change of the key would silently ask everything anew: it has to be meant.
test('the key is the same in every version', () => {
  expect(cassetteKey(question)).toMatchInlineSnapshot(`"0c6905b35930a48d3a6a6471db3ee40d"`)
})
