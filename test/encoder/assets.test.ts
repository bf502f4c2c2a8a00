import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import initWabt from 'wabt'
import { expect, test } from 'vitest'
import { sha256OfBytes } from '../../src/text/sha256.js'

const folder = fileURLToPath(new URL('../../assets', import.meta.url))
const tools = fileURLToPath(new URL('../../tools/embedded-judge', import.meta.url))

test('are the files that their checksums say, and no others', () => {
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
  const found = readdirSync(folder)
    .filter((name) => !['SHA256SUMS', 'NOTICES.md'].includes(name))
    .sort()
  expect(sums).toEqual(found.map((name) => `${sha256OfBytes(readFileSync(join(folder, name)))}  ${name}`))
})

test('take at most 12 MB', () => {
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  expect(bytes).toBeLessThan(12_000_000)
})

test('the kernel is what its source compiles to', async () => {
  const wabt = await initWabt()
  const module = wabt.parseWat('kernel.wat', readFileSync(join(tools, 'kernel.wat'), 'utf8'), { simd: true })
  expect(Buffer.from(module.toBinary({}).buffer)).toEqual(readFileSync(join(folder, 'kernel.wasm')))
})
