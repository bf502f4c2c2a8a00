// Makes assets/cohort.bin anew, with the encoder itself: npm run build:plain && node tools/embedded-judge/make-cohort.mjs
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SentenceEncoder } from '../../.build/encoder/sentence-encoder.js'
import { cohort } from './cohort.mjs'
import { formatAsset } from './format-asset.mjs'
import { quantise } from './quantise.mjs'
import { writeChecksums } from './write-checksums.mjs'

const assets = join(import.meta.dirname, '../../assets')
const encoder = await SentenceEncoder.load()
const embeddings = Float32Array.from(cohort.flatMap((text) => [...encoder.embed(text)]))
const { integers, scales } = quantise(embeddings, 512)
const file = formatAsset({ arrays: { embeddings: integers, 'embeddings.scales': scales }, texts: { texts: cohort } })
writeFileSync(join(assets, 'cohort.bin'), file)
writeChecksums(assets)
console.log(`cohort.bin: ${file.length} bytes`)
