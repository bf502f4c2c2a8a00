/**
 * Rows of numbers as 8-bit integers with one scale a row: `value ≈ integer * scale`, the largest of a row at ±127.
 *
 * @param values rows × width
 */
export function quantise(values, width) {
  const rows = values.length / width
  const integers = new Int8Array(values.length)
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const line = values.subarray(row * width, (row + 1) * width)
    const largest = line.reduce((max, value) => Math.max(max, Math.abs(value)), 0)
    const scale = Math.fround(largest / 127) || 1
    scales[row] = scale
    for (let i = 0; i < width; i++) integers[row * width + i] = Math.round(line[i] / scale)
  }
  return { integers, scales }
}

/** Rows become columns: `values[row][column]` → `[column][row]`. */
export function transpose(values, rows) {
  const columns = values.length / rows
  const turned = new Float32Array(values.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) turned[column * rows + row] = values[row * columns + column]
  }
  return turned
}
