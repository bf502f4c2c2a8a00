/** Keeps a weight that the data say nothing of at zero. */
const RIDGE = 1e-3

/**
 * Logistic regression by Newton's method.
 *
 * @param rows `{ x, y, weight }`: numbers, 1 or 0, and how much the row counts
 * @returns a constant, then a weight for each number
 */
export function fitLogistic(rows) {
  const size = rows[0].x.length + 1
  let weights = new Array(size).fill(0)
  for (let round = 0; round < 50; round++) {
    const gradient = weights.map((value) => -RIDGE * value)
    const curvature = weights.map((_, i) => weights.map((__, j) => (i === j ? RIDGE : 0)))
    for (const { x, y, weight } of rows) {
      const input = [1, ...x]
      const p = 1 / (1 + Math.exp(-input.reduce((sum, value, i) => sum + value * weights[i], 0)))
      for (let i = 0; i < size; i++) {
        gradient[i] += weight * (y - p) * input[i]
        for (let j = 0; j < size; j++) curvature[i][j] += weight * p * (1 - p) * input[i] * input[j]
      }
    }
    const step = solve(curvature, gradient)
    weights = weights.map((value, i) => value + step[i])
    if (Math.max(...step.map(Math.abs)) < 1e-8) break
  }
  return weights
}

/** Gauss and Jordan, with pivots. */
function solve(matrix, vector) {
  const rows = matrix.map((row, i) => [...row, vector[i]])
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows.reduce((best, row, at) => (at >= i && Math.abs(row[i]) > Math.abs(rows[best][i]) ? at : best), i)
    ;[rows[i], rows[pivot]] = [rows[pivot], rows[i]]
    for (let other = 0; other < rows.length; other++) {
      if (other === i) continue
      const factor = rows[other][i] / rows[i][i]
      for (let column = i; column < rows[other].length; column++) rows[other][column] -= factor * rows[i][column]
    }
  }
  return rows.map((row, i) => row.at(-1) / row[i])
}
