/** A matrix of 8-bit weights in the kernel's memory, and what makes numbers of its sums. */
export interface Matrix {
  /** Where its weights begin, in bytes. */
  address: number
  /** What is summed over. */
  depth: number
  columns: number
  /** One a column. */
  scales: Float32Array
  bias: Float32Array
}

/** As far as it is used here; TypeScript knows it in browsers only. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => { exports: unknown }
}

interface Kernel {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  multiply(x: number, w: number, y: number, rows: number, depth: number, columns: number): void
}

const PAGE = 65_536
/** Rows that the kernel takes at once. */
const ROWS = 4
/** As large as sums of 1,536 products with 127 stay in 32 bits. */
const LARGEST = 8_191

/**
 * Products of activations with 8-bit weights, by the WebAssembly kernel of `tools/embedded-judge/kernel.wat`. Activations are
 * quantised to 14 bits, a scale for each row, which costs no accuracy that could be measured.
 */
export class MatrixMultiplier {
  readonly #kernel: Kernel
  readonly #maxRows: number
  readonly #maxWidth: number
  #end = 0
  #input = 0
  #output = 0

  /**
   * @param wasm the compiled kernel
   * @param maxRows rows of activations at once
   * @param maxWidth depth or columns of the widest matrix
   */
  constructor(wasm: Uint8Array, { maxRows, maxWidth }: { maxRows: number; maxWidth: number }) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm))
    this.#kernel = exports as Kernel
    this.#maxRows = Math.ceil(maxRows / ROWS) * ROWS
    this.#maxWidth = maxWidth
    this.#input = this.#reserve(this.#maxRows * maxWidth * 2)
    this.#output = this.#reserve(this.#maxRows * maxWidth * 4)
  }

  /** @param weights columns × depth, the depth a multiple of 16 */
  add(weights: Int8Array, scales: Float32Array, bias: Float32Array): Matrix {
    const address = this.#reserve(weights.length)
    new Int8Array(this.#kernel.memory.buffer).set(weights, address)
    return { address, depth: weights.length / scales.length, columns: scales.length, scales, bias }
  }

  /**
   * `x · W + bias`
   *
   * @param x rows × depth
   * @returns rows × columns
   */
  multiply(x: Float32Array, rows: number, { address, depth, columns, scales, bias }: Matrix): Float32Array {
    if (rows > this.#maxRows || Math.max(depth, columns) > this.#maxWidth)
      throw new RangeError('larger than was reserved')
    const padded = Math.ceil(rows / ROWS) * ROWS
    const input = new Int16Array(this.#kernel.memory.buffer, this.#input, padded * depth)
    const rowScales = quantiseRows(x, rows, depth, input)
    input.fill(0, rows * depth)
    this.#kernel.multiply(this.#input, address, this.#output, padded, depth, columns)
    const sums = new Int32Array(this.#kernel.memory.buffer, this.#output, rows * columns)
    const product = new Float32Array(rows * columns)
    for (let row = 0, at = 0; row < rows; row++) {
      const rowScale = rowScales[row] ?? 0
      for (let column = 0; column < columns; column++, at++) {
        product[at] = (sums[at] ?? 0) * rowScale * (scales[column] ?? 0) + (bias[column] ?? 0)
      }
    }
    return product
  }

  #reserve(bytes: number): number {
    const address = this.#end
    this.#end = Math.ceil((address + bytes) / 16) * 16
    const missing = this.#end - this.#kernel.memory.buffer.byteLength
    if (missing > 0) this.#kernel.memory.grow(Math.ceil(missing / PAGE))
    return address
  }
}

function quantiseRows(x: Float32Array, rows: number, depth: number, into: Int16Array): Float32Array {
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const start = row * depth
    let largest = 0
    for (let at = start; at < start + depth; at++) largest = Math.max(largest, Math.abs(x[at] ?? 0))
    const scale = largest / LARGEST || 1
    scales[row] = scale
    for (let at = start; at < start + depth; at++) into[at] = Math.round((x[at] ?? 0) / scale)
  }
  return scales
}
