import { SentenceEncoder } from './sentence-encoder.js'

let loading: Promise<SentenceEncoder> | undefined

/** The package's own encoder, loaded once for all: 512 numbers a text. */
export async function embedTexts(texts: readonly string[]): Promise<Float32Array[]> {
  const encoder = await (loading ??= SentenceEncoder.load())
  return texts.map((text) => encoder.embed(text))
}
