export interface MeanAndVariance {
  mean: number
  /** With n − 1 in the denominator; 0 of one value. */
  variance: number
}

/**
 * Mean and sample variance in two passes, the second of which also corrects the mean's rounding. Values that vary by no more than their own
 * rounding, such as 0.3 and 0.1 + 0.2, have the variance 0. NaN of no values. O(n).
 *
 * Source: T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for Computing the Sample Variance", The American Statistician 37 (1983).
 *
 * @example
 * meanAndVariance({ values: [2, 4, 9] }) // { mean: 5, variance: 13 }
 */
export function meanAndVariance({ values }: { values: readonly number[] }): MeanAndVariance {
  const n = values.length
  const rough = values.reduce((sum, value) => sum + value / n, 0)
  let [deviations, squares, largest] = [0, 0, 0]
  for (const value of values) {
    deviations += value - rough
    squares += (value - rough) ** 2
    largest = Math.max(largest, Math.abs(value))
  }
  const variance = n > 1 ? Math.max(0, squares - deviations ** 2 / n) / (n - 1) : 0
  const isRounding = Math.sqrt(variance) <= 4 * Number.EPSILON * largest
  return { mean: rough + deviations / n, variance: isRounding ? 0 : variance }
}
