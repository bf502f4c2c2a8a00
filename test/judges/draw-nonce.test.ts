import { expect, test } from 'vitest'
import { drawNonce } from '../../src/judges/draw-nonce.js'

test('draws 32 hex digits, never the same twice', () => {
  const drawn = Array.from({ length: 1_000 }, drawNonce)
  for (const nonce of drawn) expect(nonce).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(drawn).size).toBe(1_000)
})
