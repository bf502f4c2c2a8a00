import { expect } from 'vitest'

/** Within a relative error; absolutely within 1e-12 where 0 is expected. */
export function expectClose(found: number, expected: number, relativeError = 1e-9): void {
  const error = expected === 0 ? Math.abs(found) / 1e-12 : Math.abs(found / expected - 1) / relativeError
  const isClose = found === expected || error <= 1
  expect(isClose, `expected ${expected} within a relative error of ${relativeError}, and got ${found}`).toBe(true)
}
