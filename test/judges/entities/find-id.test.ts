import { expect, test } from 'vitest'
import { findId } from '../../../src/judges/entities/find-id.js'
import { readWords } from '../../../src/judges/entities/read-words.js'

function find(text: string, key: string): string | undefined {
  const span = findId(text, readWords(text), key)
  return span && text.slice(span.at, span.end)
}

test.each([
  ['It is A-1.', 'A-1'],
  ['It is A 1, not B', 'A 1'],
  ['(a1)', 'a1'],
  ['order-A-1', 'A-1'],
  ['A-1.Next', 'A-1'],
  ['#A-1: blue', 'A-1'],
])('A-1 is in %j', (text, found) => expect(find(text, 'a1')).toBe(found))

test.each(['A-10', 'XA-1', 'A-1-2', 'X-A-1', 'A-1_b', 'A, 1', 'a1.2'])('A-1 is not in %j', (text) =>
  expect(find(text, 'a1')).toBeUndefined(),
)

test('digits stay apart', () => {
  expect(find('10-12', '10-12')).toBe('10-12')
  expect(find('1012', '10-12')).toBeUndefined()
  expect(find('10-12', '1012')).toBeUndefined()
})
