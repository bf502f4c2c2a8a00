/** @internal The direction of a vector: of length 1, or zeros where it has none. */
export function unitVector(vector: ArrayLike<number>): Float32Array {
  let squares = 0
  for (let i = 0; i < vector.length; i++) squares += (vector[i] ?? 0) ** 2
  const length = Math.sqrt(squares) || 1
  return Float32Array.from(vector, (value) => value / length)
}
