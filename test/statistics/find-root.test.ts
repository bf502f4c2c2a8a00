import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRoot } from '../../src/statistics/find-root.js'

test('finds the root from either side and from afar', () => {
  const value = fc.double({ min: -100, max: 100, noNaN: true })
  fc.assert(
    fc.property(value, value, fc.double({ min: 1e-3, max: 10, noNaN: true }), (root, near, step) => {
      const cubed = findRoot({ f: (x) => x ** 3 - root ** 3, near, step })
      expect(Math.abs(cubed.value - root)).toBeLessThanOrEqual(1e-4)
      const line = findRoot({ f: (x) => 2 * (x - root), near, step })
      expect(Math.abs(line.value - root)).toBeLessThanOrEqual(1e-13)
    }),
  )
})

test('to the last digits, in few steps', () => {
  let calls = 0
  const { value } = findRoot({ f: (x) => (calls++, Math.exp(x) - 2), near: 0, step: 1 })
  expect(Math.abs(value - Math.LN2)).toBeLessThan(2e-15)
  expect(calls).toBeLessThan(15)
})

test('bears infinities', () => {
  expect(findRoot({ f: (x) => Math.log(Math.max(0, x - 3)), near: 0, step: 1 }).value).toBeCloseTo(4, 12)
  expect(findRoot({ f: (x) => (x < 5 ? -Infinity : Infinity), near: 0, step: 1 }).value).toBeCloseTo(5, 12)
})

test('gives up on a function without a root', () => {
  expect(() => findRoot({ f: () => 1, near: 0, step: 1 })).toThrow(RangeError)
})
