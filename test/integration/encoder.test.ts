import { execFile } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createProject } from '../support/project.js'
import { installedPackage, node } from '../support/surroundings.js'

const run = promisify(execFile)
const MEANINGS = 'dist/chunks/meanings.js'

describe('in a run', () => {
  test.for(['threads', 'forks', 'vmThreads'])(
    'texts are embedded in the main process, with the pool %s',
    async (pool) => {
      const project = createProject({
        'vitest.config.js': `import { defineConfig } from 'vitest/config'
import { defineJudge, localJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
const url = ${JSON.stringify(pathToFileURL(join(installedPackage, MEANINGS)).href)}
let loading
const near = defineJudge({
  name: 'near', version: 1,
  async judge({ reply }) {
    const { Meanings } = await import(url)
    const meanings = await (loading ??= Meanings.load())
    const [a, b] = await Promise.all([meanings.of(reply), meanings.of('Where is my parcel?')])
    const cosine = a.embedding.reduce((sum, value, i) => sum + value * b.embedding[i], 0)
    return { value: Math.max(0, cosine), rationale: 'their cosine' }
  },
})
const own = localJudge({ embed: (texts) => texts.map((text) => [1, text.length]), version: 'length@1' })
export default defineConfig({ plugins: [judge({ judge: near, judges: { own } })], test: { pool: '${pool}' } })
`,
        'a.test.js': `import { expect, test } from 'vitest'
test('near', () => expect('When will my package arrive?').toScoreAtLeast(0.5, { input: 'hi', scale: 'unit' }))
test('far', () => expect('We repair old pianos.').not.toScoreAtLeast(0.4, { input: 'hi', scale: 'unit' }))
test('by an own encoder', () => expect('Order 12345 is packed.').toExtractEntities({ id: '12345' }, { input: 'hi', judge: 'own' }))
`,
      })
      const { exitCode, output } = await project.run()
      expect(output).toMatch(/Tests +3 passed/)
      expect(output).not.toMatch(/close timed out|something prevents/i)
      expect(exitCode).toBe(0)
    },
  )
})

describe('an installed package', () => {
  /** A copy of its own, which may be damaged; the script has `meanings`, and prints what comes of it. */
  function installedCopy(script: string) {
    const project = createProject({
      'main.mjs': `import { renameSync } from 'node:fs'
import { Meanings } from './node_modules/vitest-judge/${MEANINGS}'
const message = (promise) => promise.then(() => 'embedded', (error) => error.message)
const meanings = await Meanings.load()
${script}`,
    })
    const copy = join(project.path, 'node_modules/vitest-judge')
    for (const folder of ['dist', 'assets', 'package.json']) {
      cpSync(join(installedPackage, folder), join(copy, folder), { recursive: true })
    }
    return {
      copy,
      output: async () => (await run(node, ['main.mjs'], { cwd: project.path })).stdout.trim().split('\n'),
    }
  }

  test('embeds, and does not keep the process alive', async () => {
    const { output } = installedCopy(`console.log((await meanings.of('Where is my parcel?')).embedding.length)`)
    expect(await output()).toEqual(['512'])
  })

  test('says which of its files is damaged, and reads it again once it is mended', async () => {
    const { copy, output } = installedCopy(`console.log(await message(meanings.of('tea')))
renameSync('whole.bin', 'node_modules/vitest-judge/assets/encoder.bin')
console.log(await message(meanings.of('tea')))`)
    const path = join(copy, 'assets/encoder.bin')
    const bytes = readFileSync(path)
    writeFileSync(join(copy, '../../whole.bin'), bytes)
    writeFileSync(path, bytes.subarray(0, 5_000_000))
    expect(await output()).toEqual([
      'the embedded judge cannot read assets/encoder.bin of vitest-judge: it is not the file that was published; install the package again',
      'embedded',
    ])
  })

  test('says that the file of its thread is missing', async () => {
    const { copy, output } = installedCopy(`console.log(await message(meanings.of('tea')))`)
    rmSync(join(copy, 'dist/encoder/encoder-thread.js'))
    expect((await output()).join('\n')).toMatch(
      /expected its encoder's thread to answer, and the thread ended: .*encoder-thread\.js.*; .*install vitest-judge again/s,
    )
  })
})
