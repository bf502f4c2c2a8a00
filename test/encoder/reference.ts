import { readFileSync } from 'node:fs'

export interface Reference {
  text: string
  /** Numbers of the pieces that TensorFlow's own tokenizer cuts it into. */
  pieces: number[]
  /** What TensorFlow.js makes of them: 512 numbers, in steps of 1/512. */
  embedding: Float32Array
}

const folder = new URL('../../fixtures/encoder/', import.meta.url)

/** Made by `tools/embedded-judge/make-reference.mjs`. */
export function readReferences(): Reference[] {
  const embeddings = new Int8Array(readFileSync(new URL('reference-embeddings.bin', folder)))
  return readFileSync(new URL('reference.jsonl', folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const { text, pieces } = JSON.parse(line) as { text: string; pieces: number[] }
      return {
        text,
        pieces,
        embedding: Float32Array.from(embeddings.subarray(index * 512, (index + 1) * 512), (n) => n / 512),
      }
    })
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0
  let ofA = 0
  let ofB = 0
  for (let i = 0; i < a.length; i++) {
    product += (a[i] ?? 0) * (b[i] ?? 0)
    ofA += (a[i] ?? 0) ** 2
    ofB += (b[i] ?? 0) ** 2
  }
  return product / Math.sqrt(ofA * ofB)
}
