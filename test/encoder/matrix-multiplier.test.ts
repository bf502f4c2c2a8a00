import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MatrixMultiplier } from '../../src/encoder/matrix-multiplier.js'
import { readAssetBytes } from '../../src/encoder/read-asset.js'

const wasm = await readAssetBytes('kernel.wasm')

test('property: products are those of plain arithmetic, to one part in a thousand of the largest', () => {
  const number = fc.float({ min: -100, max: 100, noNaN: true })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(16, 48),
      fc.integer({ min: 1, max: 5 }),
      fc.array(number, { minLength: 9 * 48, maxLength: 9 * 48 }),
      fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 5 * 48, maxLength: 5 * 48 }),
      (rows, depth, columns, numbers, integers) => {
        const multiplier = new MatrixMultiplier(wasm, { maxRows: 9, maxWidth: 48 })
        const x = Float32Array.from(numbers.slice(0, rows * depth))
        const weights = Int8Array.from(integers.slice(0, columns * depth))
        const scales = Float32Array.from({ length: columns }, () => 0.01)
        const bias = Float32Array.from({ length: columns }, (_, column) => column)
        const product = multiplier.multiply(x, rows, multiplier.add(weights, scales, bias))
        for (let row = 0; row < rows; row++) {
          const line = x.subarray(row * depth, (row + 1) * depth)
          const tolerance = Math.max(...line.map(Math.abs)) * depth * 127 * 0.01 * 1e-3 + 1e-4
          for (let column = 0; column < columns; column++) {
            const expected = line.reduce((sum, value, i) => sum + value * weights[column * depth + i]! * 0.01, column)
            expect(Math.abs(product[row * columns + column]! - expected)).toBeLessThan(tolerance)
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('the largest sums that may come stay in 32 bits', () => {
  const multiplier = new MatrixMultiplier(wasm, { maxRows: 4, maxWidth: 1536 })
  const matrix = multiplier.add(new Int8Array(1536).fill(127), Float32Array.of(1), Float32Array.of(0))
  const [sum = 0] = multiplier.multiply(new Float32Array(1536).fill(1), 1, matrix)
  expect(sum / (1536 * 127)).toBeCloseTo(1, 4)
})

test('more than was reserved is refused', () => {
  const multiplier = new MatrixMultiplier(wasm, { maxRows: 4, maxWidth: 16 })
  const matrix = multiplier.add(new Int8Array(16), Float32Array.of(1), Float32Array.of(0))
  expect(() => multiplier.multiply(new Float32Array(5 * 16), 5, matrix)).toThrow(RangeError)
})
