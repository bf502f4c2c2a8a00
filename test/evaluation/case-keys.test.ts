import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseKeys } from '../../src/evaluation/case-keys.js'

/** Keys of tests that are written as `full name`, or `[case id, full name]`. */
function keysOf(...tests: (string | [string, string])[]): string[] {
  const named = tests.map((test, index) => {
    const [caseId, fullName] = typeof test === 'string' ? [undefined, test] : test
    return { id: String(index), caseId, fullName }
  })
  return [...caseKeys(named).values()]
}

test('a test is known by its full name, a case by its id', () => {
  expect(keysOf('support > greets', ['late-parcel', 'support > late-parcel'])).toEqual([
    'support > greets',
    'late-parcel',
  ])
})

test('ids that stand twice in a file give way to the full names', () => {
  expect(keysOf(['hello', 'fast > hello'], ['hello', 'slow > hello'], ['bye', 'slow > bye'])).toEqual([
    'fast > hello',
    'slow > hello',
    'bye',
  ])
})

test('equal names are numbered in the order of the file', () => {
  expect(keysOf('greets', 'greets', 'other', 'greets')).toEqual(['greets', 'greets #2', 'other', 'greets #3'])
})

test('an id that is the name of another test is numbered too', () => {
  expect(keysOf('greets', ['greets', 'suite > greets'])).toEqual(['greets', 'greets #2'])
})

test('a name that looks like a numbered one keeps its own key', () => {
  expect(keysOf('greets', 'greets', 'greets #2')).toEqual(['greets', 'greets #3', 'greets #2'])
})

test('names that an object has of itself are names like any other', () => {
  expect(keysOf('__proto__', 'constructor', 'constructor')).toEqual(['__proto__', 'constructor', 'constructor #2'])
})

const name = fc.constantFrom('a', 'b', 'a #2', 'a #3', 'a #2 #2')
const tests = fc.array(fc.oneof(name, fc.tuple(name, name)), { maxLength: 12 })

test('each test has a key of its own, and the same in every run (property)', () => {
  fc.assert(
    fc.property(tests, (written) => {
      const keys = keysOf(...written)
      expect(new Set(keys).size).toBe(written.length)
      expect(keysOf(...written)).toEqual(keys)
    }),
  )
})

test('a test that is added at the end changes no key (property)', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name), (written) => {
      expect(keysOf(...written, 'new').slice(0, -1)).toEqual(keysOf(...written))
    }),
  )
})
