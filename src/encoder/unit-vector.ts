/** @internal The direction of a vector: of length 1, or zeros where it has none. */
export function unitVector(vector: ArrayLike<number>): Float32Array {
  const unit = Float32Array.from(vector)
  const length = Math.sqrt(unit.reduce((sum, value) => sum + value * value, 0)) || 1
  return unit.map((value) => value / length)
}
