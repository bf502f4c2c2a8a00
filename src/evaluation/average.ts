/** Mean of the values that are numbers; `null` if there are none, for a missing score is not a score of 0. */
export function average(values: readonly (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null)
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0) / numbers.length
}
