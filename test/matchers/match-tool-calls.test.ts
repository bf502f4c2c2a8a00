import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchToolCalls, type ToolOrder } from '../../src/matchers/match-tool-calls.js'

const calls = (names: string) => Array.from(names).map((name) => ({ name }))
const valueOf = (expected: string, called: string, order: ToolOrder, exact = false) =>
  matchToolCalls(calls(expected), calls(called), { order, exact }).value

test.for([
  ['ab', 'ba', 'any', 1],
  ['ab', 'cbda', 'any', 1],
  ['aa', 'a', 'any', 0.5],
  ['ab', 'ba', 'subsequence', 0.5],
  ['ab', 'xaxbx', 'subsequence', 1],
  ['abc', 'acb', 'subsequence', 2 / 3],
  ['ab', 'ab', 'strict', 1],
  ['ab', 'abc', 'strict', 2 / 3],
  ['ab', 'ba', 'strict', 0.5],
  ['ab', '', 'any', 0],
  ['', '', 'any', 1],
  ['', 'a', 'any', 0],
  ['', 'a', 'subsequence', 0],
] as const)('%s in %s, %s', ([expected, called, order, value]) => {
  expect(valueOf(expected, called, order)).toBeCloseTo(value, 12)
})

test('counts other calls where it must be exact', () => {
  expect(valueOf('ab', 'bca', 'any', true)).toBeCloseTo(2 / 3, 12)
  expect(valueOf('ab', 'acb', 'subsequence', true)).toBeCloseTo(2 / 3, 12)
  expect(valueOf('ab', 'ba', 'any', true)).toBe(1)
})

test('gives a call that fits two expectations to the one that no other fits', () => {
  const called = [
    { name: 'search', arguments: { q: 'x', page: 1 } },
    { name: 'search', arguments: { q: 'y' } },
  ]
  const expected = [{ name: 'search' }, { name: 'search', arguments: { q: 'x' } }]
  expect(matchToolCalls(expected, called, { order: 'any', exact: false }).value).toBe(1)
  expect(matchToolCalls(expected.toReversed(), called, { order: 'any', exact: false }).value).toBe(1)
  expect(matchToolCalls(expected, called, { order: 'subsequence', exact: false }).value).toBe(0.5)
  expect(matchToolCalls(expected, called, { order: 'any', exact: true }).value).toBe(0.5)
})

test('reads arguments that come as JSON text, and text that is meant as such', () => {
  const called = [{ name: 'search', arguments: '{"q":"x","page":1}' }]
  const holds = (expected: unknown) =>
    matchToolCalls([{ name: 'search', arguments: expected }], called, { order: 'any', exact: false }).value === 1
  expect(holds({ q: 'x' })).toBe(true)
  expect(holds({ q: 'y' })).toBe(false)
  expect(holds(expect.objectContaining({ page: 1 }))).toBe(true)
  expect(holds(expect.stringContaining('"q"'))).toBe(true)
})

const names = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })

test('the stricter the order, the fewer are found; 1 means what it says', () => {
  fc.assert(
    fc.property(names, names, (expected, called) => {
      const [any, inOrder, strict] = (['any', 'subsequence', 'strict'] as const).map((order) =>
        valueOf(expected, called, order),
      )
      expect(any).toBeGreaterThanOrEqual(inOrder!)
      expect(inOrder).toBeGreaterThanOrEqual(strict!)
      expect(strict === 1).toBe(expected === called)
      const pattern = new RegExp(Array.from(expected).join('.*'))
      expect(inOrder === 1).toBe(expected === '' ? called === '' : pattern.test(called))
      const left = Array.from(expected).reduce((rest, name) => rest.replace(name, ''), called)
      expect(any === 1).toBe(expected === '' ? called === '' : left.length === called.length - expected.length)
    }),
  )
})
