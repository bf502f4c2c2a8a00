import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../../src/store/open-store.js'
import { makeCase, makeFullCase } from '../make-case.js'
import { temporaryFolder } from '../temporary-folder.js'
import { transpileStore } from '../transpile-store.js'

const script = fileURLToPath(new URL('../child-process.mjs', import.meta.url))
const template = makeCase({ ...makeFullCase(), reply: 'r'.repeat(2_000) })

let transpiled: Awaited<ReturnType<typeof transpileStore>>
beforeAll(async () => {
  transpiled = await transpileStore()
})
afterAll(() => transpiled.remove())

interface Message {
  flushed?: number
  failed?: string
  message?: string
  done?: true
}

function startRun(options: object, onMessage: (message: Message, kill: () => void) => void = () => undefined) {
  const child = spawn(process.execPath, [script, transpiled.folder, JSON.stringify({ template, ...options })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const messages: Message[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message
    messages.push(message)
    onMessage(message, () => child.kill('SIGKILL'))
  })
  return new Promise<{ messages: Message[]; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (_code, signal) => resolve({ messages, signal }))
  })
}

function integrity(file: string): unknown {
  const database = new Database(file)
  try {
    return [database.pragma('integrity_check', { simple: true }), database.pragma('foreign_key_check')]
  } finally {
    database.close()
  }
}

test.for([40, 200, 610])('kill -9 after %i flushed cases loses none of them', { timeout: 30_000 }, async (killAt) => {
  const file = join(await temporaryFolder(), 'results.db')
  const { messages, signal } = await startRun(
    { url: `sqlite:${file}`, runId: 'killed', batches: 1_000, batchSize: 10 },
    (message, kill) => {
      if (message.flushed !== undefined && message.flushed >= killAt) kill()
    },
  )
  expect(signal).toBe('SIGKILL')
  const flushed = messages.at(-1)?.flushed ?? 0
  expect(flushed).toBeGreaterThanOrEqual(killAt)

  expect(integrity(file)).toEqual(['ok', []])
  const store = await openStore(`sqlite:${file}`)
  const names = (await store.cases('killed')).map(({ name }) => name)
  expect(names.length % 10).toBe(0)
  expect(names.slice(0, flushed)).toEqual(Array.from({ length: flushed }, (_, n) => `case ${n}`))
  expect((await store.cases('killed'))[0]).toStrictEqual({ ...template, name: 'case 0' })
  expect(await store.run('killed')).toMatchObject({ result: null })
  await store.close()
})

test('two runs at once on a fresh file both keep everything', { timeout: 60_000 }, async () => {
  for (let round = 0; round < 3; round++) {
    const file = join(await temporaryFolder(), 'new', 'results.db')
    const options = { url: `sqlite:${file}`, batches: 20, batchSize: 10, startAt: Date.now() + 300 }
    const runs = await Promise.all([startRun({ ...options, runId: 'a' }), startRun({ ...options, runId: 'b' })])
    expect(runs.map(({ messages }) => messages.at(-1))).toEqual([{ done: true }, { done: true }])

    expect(integrity(file)).toEqual(['ok', []])
    const store = await openStore(`sqlite:${file}`)
    for (const id of ['a', 'b']) {
      const names = (await store.cases(id)).map(({ name }) => name)
      expect(names).toEqual(Array.from({ length: 200 }, (_, n) => `case ${n}`))
    }
    await store.close()
  }
})
