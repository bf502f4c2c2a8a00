import { parentPort } from 'node:worker_threads'
import { loadOnce } from './load-once.js'
import { SentenceEncoder } from './sentence-encoder.js'

export interface Question {
  id: number
  texts: readonly string[]
}

/** The numbers of all texts one after another as 32-bit floats, or why there are none. */
export type Answer = { id: number; numbers: ArrayBuffer } | { id: number; error: unknown }

const load = loadOnce(() => SentenceEncoder.load())

async function answer({ id, texts }: Question): Promise<void> {
  try {
    const encoder = await load()
    const embeddings = texts.map((text) => encoder.embed(text))
    const width = embeddings[0]?.length ?? 0
    const numbers = new Float32Array(embeddings.length * width)
    for (const [index, embedding] of embeddings.entries()) numbers.set(embedding, index * width)
    parentPort?.postMessage({ id, numbers: numbers.buffer } satisfies Answer, [numbers.buffer])
  } catch (error) {
    parentPort?.postMessage({ id, error } satisfies Answer)
  }
}

parentPort?.on('message', (question: Question) => void answer(question))
