import { expect, test } from 'vitest'
import { newRunId } from '../../src/store/run-id.js'

test('is the example of RFC 9562, appendix A.6', () => {
  const random = () => Uint8Array.from(Buffer.from('0'.repeat(12) + '0cc3' + '18c4dc0c0c07398f', 'hex'))
  expect(newRunId({ now: () => 0x017f22e279b0, random })).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

test('sorts by time as text, and is new each time', () => {
  const ids = Array.from({ length: 50 }, (_, n) => newRunId({ now: () => 1_763_900_000_000 + n * 997 }))
  expect(ids.toSorted()).toEqual(ids)
  expect(newRunId()).not.toBe(newRunId())
})
