import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byCodePoint } from '../../src/baseline/by-code-point.js'

test('orders as the code points do', () => {
  const codes = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const text = fc
    .array(fc.constantFrom('a', 'b', 'é', '\uD7FF', '\uE000', '\uFFFD', '😀', '𝒳'), { maxLength: 4 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [codes(a), codes(b)]
      const at = left.findIndex((code, index) => code !== right[index])
      const expected = at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1)
      expect(Math.sign(byCodePoint(a, b))).toBe(Math.sign(expected))
    }),
    { numRuns: 500 },
  )
}, 60_000)
