import { describeValue } from './describe-value.js'

/** @throws {TypeError} on anything but a number above 0 and up to 1: at 0 everything would pass */
export function unitThreshold(matcher: string, atLeast: number): number {
  if (typeof atLeast === 'number' && atLeast > 0 && atLeast <= 1) return atLeast
  throw new TypeError(`${matcher}: expected the threshold above 0 and at most 1, got ${describeValue(atLeast)}`)
}

export function formatUnit(score: number, digits = 2): string {
  return String(Number(score.toFixed(digits)))
}
