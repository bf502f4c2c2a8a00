import { MatrixMultiplier, type Matrix } from './matrix-multiplier.js'
import { PieceTokenizer } from './piece-tokenizer.js'
import { readAsset, readAssetBytes, type Asset } from './read-asset.js'
import { unitVector } from './unit-vector.js'

/** Longer texts are cut, as the model was trained. */
const MAX_PIECES = 128
const PIECE_WIDTH = 256
const WIDTH = 512
const HEADS = 4
/** Keeps a row without variance from being divided by zero. */
const EPSILON = 1e-6

interface Norm {
  scale: Float32Array
  bias: Float32Array
}

interface Layer {
  width: number
  norm: Norm
  /** Queries, keys and values in one. */
  attention: Matrix
  combine: Matrix
  forwardNorm: Norm
  expand: Matrix
  contract: Matrix
}

/**
 * The Universal Sentence Encoder lite (Cer et al. 2018, https://arxiv.org/abs/1803.11175): what an English text means as 512 numbers of
 * length 1, so that the dot product of two tells how near they are in meaning. Two transformer layers over pieces of words, their
 * mean, and a dense layer. About 0.35 ms of CPU a piece; the result is the same on every machine.
 */
export class SentenceEncoder {
  readonly #tokenizer: PieceTokenizer
  readonly #multiplier: MatrixMultiplier
  readonly #pieces: Int8Array
  readonly #pieceScales: Float32Array
  readonly #timing: Float32Array
  readonly #widen: Matrix
  readonly #layers: Layer[]
  readonly #project: Matrix

  private constructor(asset: Asset, kernel: Uint8Array) {
    const multiplier = new MatrixMultiplier(kernel, { maxRows: MAX_PIECES, maxWidth: 3 * WIDTH })
    const matrix = (name: string) =>
      multiplier.add(asset.int8(name), asset.float32(`${name}.scales`), asset.float32(`${name}.bias`))
    const norm = (name: string): Norm => ({
      scale: asset.float32(`${name}.scale`),
      bias: asset.float32(`${name}.bias`),
    })
    this.#multiplier = multiplier
    this.#tokenizer = new PieceTokenizer(asset.texts('vocabulary'), asset.float32('vocabulary.scores'))
    this.#pieces = asset.int8('pieces')
    this.#pieceScales = asset.float32('pieces.scales')
    this.#timing = asset.float32('timing')
    this.#widen = matrix('widen')
    this.#layers = [PIECE_WIDTH, WIDTH].map((width, index) => ({
      width,
      norm: norm(`${index}.norm`),
      attention: matrix(`${index}.attention`),
      combine: matrix(`${index}.combine`),
      forwardNorm: norm(`${index}.forward.norm`),
      expand: matrix(`${index}.expand`),
      contract: matrix(`${index}.contract`),
    }))
    this.#project = matrix('project')
  }

  /** @throws {Error} where the package's files are missing or damaged */
  static async load(): Promise<SentenceEncoder> {
    const [asset, kernel] = await Promise.all([readAsset('encoder.bin'), readAssetBytes('kernel.wasm')])
    return new SentenceEncoder(asset, kernel)
  }

  /** @returns 512 numbers of length 1; zeros for a text without any piece */
  embed(text: string): Float32Array {
    return this.encode(this.#tokenizer.tokenize(text, MAX_PIECES))
  }

  /** @internal @param pieces numbers of pieces, at most 128 */
  encode(pieces: readonly number[]): Float32Array {
    const rows = Math.min(pieces.length, MAX_PIECES)
    if (rows === 0) return new Float32Array(WIDTH)
    let x = this.#lookUp(pieces, rows)
    for (const [index, layer] of this.#layers.entries()) {
      // The first layer is narrower than what it gives.
      const residual = index === 0 ? this.#multiplier.multiply(x, rows, this.#widen) : x
      const attended = this.#multiplier.multiply(this.#attend(x, rows, layer), rows, layer.combine)
      addTo(attended, residual)
      const hidden = this.#multiplier.multiply(normalize(attended, rows, WIDTH, layer.forwardNorm), rows, layer.expand)
      rectify(hidden)
      const forward = this.#multiplier.multiply(hidden, rows, layer.contract)
      addTo(forward, attended)
      x = forward
    }
    const projected = this.#multiplier.multiply(meanOf(x, rows), 1, this.#project)
    return unitVector(projected.map(Math.tanh))
  }

  /** The pieces' vectors, twice, and where they stand. */
  #lookUp(pieces: readonly number[], rows: number): Float32Array {
    const x = new Float32Array(rows * PIECE_WIDTH)
    const half = PIECE_WIDTH / 2
    for (let row = 0; row < rows; row++) {
      const piece = pieces[row] ?? 0
      const scale = 2 * (this.#pieceScales[piece] ?? 0)
      for (let i = 0; i < PIECE_WIDTH; i++) {
        const angle = row * (this.#timing[i % half] ?? 0)
        const place = i < half ? Math.sin(angle) : Math.cos(angle)
        x[row * PIECE_WIDTH + i] = scale * (this.#pieces[piece * PIECE_WIDTH + i] ?? 0) + place
      }
    }
    return x
  }

  /** Scaled dot-product attention with four heads, each row over all. */
  #attend(x: Float32Array, rows: number, { width, norm, attention }: Layer): Float32Array {
    const all = this.#multiplier.multiply(normalize(x, rows, width, norm), rows, attention)
    const headWidth = width / HEADS
    const context = new Float32Array(rows * width)
    const weights = new Float64Array(rows)
    for (let head = 0; head < HEADS; head++) {
      const offset = head * headWidth
      for (let row = 0; row < rows; row++) {
        const query = row * 3 * width + offset
        let largest = -Infinity
        for (let other = 0; other < rows; other++) {
          const key = other * 3 * width + width + offset
          let sum = 0
          for (let i = 0; i < headWidth; i++) sum += (all[query + i] ?? 0) * (all[key + i] ?? 0)
          const score = sum / Math.sqrt(headWidth)
          weights[other] = score
          if (score > largest) largest = score
        }
        let total = 0
        for (let other = 0; other < rows; other++) total += weights[other] = Math.exp((weights[other] ?? 0) - largest)
        for (let other = 0; other < rows; other++) {
          const weight = (weights[other] ?? 0) / total
          const value = other * 3 * width + 2 * width + offset
          for (let i = 0; i < headWidth; i++) {
            const at = row * width + offset + i
            context[at] = (context[at] ?? 0) + weight * (all[value + i] ?? 0)
          }
        }
      }
    }
    return context
  }
}

function normalize(x: Float32Array, rows: number, width: number, { scale, bias }: Norm): Float32Array {
  const normal = new Float32Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const start = row * width
    let mean = 0
    for (let i = 0; i < width; i++) mean += x[start + i] ?? 0
    mean /= width
    let variance = 0
    for (let i = 0; i < width; i++) variance += ((x[start + i] ?? 0) - mean) ** 2
    const factor = 1 / Math.sqrt(variance / width + EPSILON)
    for (let i = 0; i < width; i++) {
      normal[start + i] = ((x[start + i] ?? 0) - mean) * factor * (scale[i] ?? 0) + (bias[i] ?? 0)
    }
  }
  return normal
}

function addTo(x: Float32Array, more: Float32Array): void {
  for (let i = 0; i < x.length; i++) x[i] = (x[i] ?? 0) + (more[i] ?? 0)
}

function rectify(x: Float32Array): void {
  for (let i = 0; i < x.length; i++) if ((x[i] ?? 0) < 0) x[i] = 0
}

function meanOf(x: Float32Array, rows: number): Float32Array {
  const mean = new Float32Array(WIDTH)
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < WIDTH; i++) mean[i] = (mean[i] ?? 0) + (x[row * WIDTH + i] ?? 0) / rows
  }
  return mean
}
