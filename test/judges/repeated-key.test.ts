import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeatedKey } from '../../src/judges/repeated-key.js'

test.for([
  ['{"score":1,"score":5}', 'score'],
  ['{"score":1, "\\u0073core" : 5}', 'score'],
  ['{"a":{"b":1,"c":[{"d":1,"d":2}]}}', 'd'],
  ['{"a\\"b":1,"a\\"b":2}', 'a"b'],
  ['{"a":{},"a":{}}', 'a'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
] as const)('%s has %j twice', ([json, key]) => {
  expect(repeatedKey(json)).toBe(key)
})

test.for([
  '{"a":{"a":[{"a":1},{"a":2}]},"b":{"a":1}}',
  '{"a":"{\\"b\\":1,\\"b\\":2}"}',
  '{"a":"b","c":["b","b"]}',
  '"}{"',
  '5',
])('%s has none twice', (json) => {
  expect(repeatedKey(json)).toBeUndefined()
})

test('what JSON.stringify writes has none', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.boolean(), (value, spaced) => {
      expect(repeatedKey(JSON.stringify(value, null, spaced ? 2 : 0))).toBeUndefined()
    }),
  )
})
