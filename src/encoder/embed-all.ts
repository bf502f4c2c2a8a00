import type { Embedder } from './embedder.js'
import { unitVector } from './unit-vector.js'

/**
 * Vectors of length 1 from an encoder that may be the user's own.
 *
 * @throws {TypeError} where it gives other than one vector of finite numbers for each text, all of one length
 */
export async function embedAll(embed: Embedder, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors: unknown = await embed(texts)
  if (!Array.isArray(vectors) || vectors.length !== texts.length) {
    const got = Array.isArray(vectors) ? `${vectors.length} vectors` : typeof vectors
    throw complaint(`${texts.length} vectors, one for each text`, got)
  }
  const width = isVector(vectors[0]) ? vectors[0].length : 0
  return vectors.map((vector: unknown) => {
    if (!isVector(vector) || vector.length === 0) throw complaint('vectors of numbers', 'none')
    if (vector.length !== width) throw complaint(`vectors of one length, ${width}`, `one of ${vector.length}`)
    if (!Array.from(vector).every(Number.isFinite)) throw complaint('vectors of finite numbers', 'one that has others')
    return unitVector(vector)
  })
}

function isVector(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array
}

function complaint(expected: string, got: string): TypeError {
  return new TypeError(
    `localJudge: expected option embed to give ${expected}, and it gave ${got}; return number[][] or Float32Array[]`,
  )
}
