/** To thousandths: further digits tell nothing. */
export function roundScore(value: number): number {
  return Math.round(value * 1000) / 1000
}
