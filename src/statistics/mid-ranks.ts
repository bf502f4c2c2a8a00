/**
 * The rank of each value, from 1 for the smallest; equal values share the mean of the ranks that they take up. `tieSizes` says how many values
 * share each rank that is shared. O(n log n).
 *
 * @example
 * midRanks({ values: [10, 30, 30, 20] }) // { ranks: [1, 3.5, 3.5, 2], tieSizes: [2] }
 */
export function midRanks({ values }: { values: readonly number[] }): { ranks: number[]; tieSizes: number[] } {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value)
  const ranks = new Array<number>(values.length)
  const tieSizes: number[] = []
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && order[end]?.value === order[start]?.value) end++
    if (end - start > 1) tieSizes.push(end - start)
    for (const { index } of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2
  }
  return { ranks, tieSizes }
}
