import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { createConnection } from 'node:net'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { expect, onTestFinished, test } from 'vitest'
import { encodeFrame } from '../../src/judge-service/frames.js'
import { JudgeClient, JudgeUnavailableError } from '../../src/judge-service/judge-client.js'
import { startJudgeServer } from '../../src/judge-service/judge-server.js'
import type { ProjectJudges } from '../../src/judge-service/judge-service.js'
import { defineJudge } from '../../src/judges/define-judge.js'
import type { Judge, QualityRequest } from '../../src/judges/judge.js'
import { deferred } from './deferred.js'
import { testService } from './test-service.js'

const request: QualityRequest = { metric: 'quality', input: 'Where is my order?', reply: 'On its way. 📦' }

const good = defineJudge({ name: 'acme/tone', version: 1, judge: () => ({ value: 0.9, rationale: 'Friendly.' }) })

/** A judge that answers when it is told to, and stops when it is cancelled. */
function patientJudge() {
  const calls: { reply: string; signal: AbortSignal; answer: () => void }[] = []
  const judge = defineJudge({
    name: 'acme/patient',
    version: 1,
    judge: (asked, { signal }) => {
      const { promise, resolve, reject } = deferred<{ value: number; rationale: string }>()
      signal?.addEventListener('abort', () => reject(signal.reason as Error))
      calls.push({
        reply: (asked as QualityRequest).reply,
        signal: signal!,
        answer: () => resolve({ value: 1, rationale: 'Yes.' }),
      })
      return promise
    },
  })
  return { judge, calls }
}

async function serve(judge: Judge, more: Partial<ProjectJudges> = {}, maxInFlight = 10) {
  const { service, replies } = testService({ maxInFlight, timeoutMs: 10_000 })
  service.addProject('', { own: { judge }, named: new Map(), intents: {}, ...more })
  const watched: string[][] = []
  const server = await startJudgeServer({ service, replies, root: '/', onWatch: (...seen) => watched.push(seen) })
  onTestFinished(() => server.close())
  const connect = (address = server.address) => {
    const client = new JudgeClient(address, '')
    onTestFinished(() => client.close())
    return client
  }
  return { server, watched, connect }
}

test('a question goes over the socket and its judgement comes back', async () => {
  const { connect } = await serve(good)
  expect(await connect().judge(request, { trial: 0 })).toEqual({
    judgement: { value: 0.9, rationale: 'Friendly.' },
    judge: { name: 'acme/tone', kind: 'custom', fingerprint: good.fingerprint },
  })
})

test('many questions at once find each its own answer, in whatever order they come', async () => {
  const echo = defineJudge({
    name: 'echo',
    version: 1,
    judge: async (asked) => {
      const { reply } = asked as QualityRequest
      await new Promise((resolve) => setTimeout(resolve, Number(reply) % 7))
      return { value: 1, rationale: reply.repeat(500) }
    },
  })
  const { connect } = await serve(echo, {}, 50)
  const client = connect()
  const replies = Array.from({ length: 200 }, (_, index) => String(index))
  const answers = await Promise.all(replies.map((reply) => client.judge({ ...request, reply }, { trial: 0 })))
  expect(answers.map(({ judgement }) => judgement.rationale)).toEqual(replies.map((reply) => reply.repeat(500)))
})

test('a failure of the judge reaches the worker with the name of the judge', async () => {
  const down = defineJudge({ name: 'acme/down', version: 1, judge: () => Promise.reject(new Error('503 overloaded')) })
  const { connect } = await serve(down)
  const failure: unknown = await connect()
    .judge(request, { trial: 0 })
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(JudgeUnavailableError)
  expect(failure).toMatchObject({ message: '503 overloaded', judge: { name: 'acme/down', kind: 'custom' } })
})

test('a judge that is not declared is a failure that lists those that are', async () => {
  const { connect } = await serve(good, { named: new Map([['strict', { judge: good }]]) })
  const asked = connect().judge(request, { trial: 0, judge: 'mild' })
  await expect(asked).rejects.toThrow('no judge is named "mild" (declared are: strict)')
  await expect(asked).rejects.toMatchObject({ judge: { name: 'mild' } })
})

test('a wrong secret is dropped, and nothing is judged for it', async () => {
  const { judge, calls } = patientJudge()
  const { server, connect } = await serve(judge)
  for (const secret of ['', 'f'.repeat(64), `${server.address.secret}0`]) {
    await expect(connect({ ...server.address, secret }).judge(request, { trial: 0 })).rejects.toThrow(
      "the judge service in Vitest's main process is gone (connection closed); run the tests again",
    )
  }
  expect(calls).toEqual([])
})

test.for([
  ['another message before hello', encodeFrame({ type: 'judge', id: 0, trial: 0, request })],
  ['a secret that is no string', encodeFrame({ type: 'hello', secret: 7, project: '' })],
  ['no object', encodeFrame(null)],
  ['a frame too long', Buffer.from([0xff, 0xff, 0xff, 0xff])],
  ['HTTP', Buffer.from('POST / HTTP/1.1\r\nhost: localhost\r\n\r\n')],
] as const)('whoever does not speak as our workers do is dropped: %s', async ([, bytes]) => {
  const { judge, calls } = patientJudge()
  const { server, connect } = await serve(judge)
  const socket = createConnection(server.address.path)
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  socket.on('error', () => undefined)
  socket.resume().write(bytes)
  await closed
  expect(calls).toEqual([])

  const asked = connect().judge(request, { trial: 0 })
  await expect.poll(() => calls.length).toBe(1)
  calls[0]!.answer()
  await asked
})

test('a worker that dies cancels its questions and frees its places', async () => {
  const { judge, calls } = patientJudge()
  const { server, connect } = await serve(judge, {}, 1)
  const dying = createConnection(server.address.path)
  dying.write(encodeFrame({ type: 'hello', secret: server.address.secret, project: '' }))
  for (const id of [0, 1, 2]) {
    const reply = `of the dying ${id}`
    dying.write(encodeFrame({ type: 'judge', id, trial: 0, request: { ...request, reply } }))
  }
  await expect.poll(() => calls.length).toBe(1)
  dying.destroy()

  const asked = connect().judge({ ...request, reply: 'of the living' }, { trial: 0 })
  await expect.poll(() => calls.map(({ reply }) => reply)).toEqual(['of the dying 0', 'of the living'])
  expect(calls[0]!.signal.aborted).toBe(true)
  calls[1]!.answer()
  await asked
})

test('an aborted question rejects with the reason at once, and is cancelled at the service', async () => {
  const { judge, calls } = patientJudge()
  const { connect } = await serve(judge)
  const client = connect()
  const controller = new AbortController()
  const asked = client.judge(request, { trial: 0, signal: controller.signal })
  await expect.poll(() => calls.length).toBe(1)
  controller.abort(new Error('the test has timed out'))
  await expect(asked).rejects.toThrow('the test has timed out')
  await expect.poll(() => calls[0]!.signal.aborted).toBe(true)

  const next = client.judge(request, { trial: 0 })
  await expect.poll(() => calls.length).toBe(2)
  calls[1]!.answer()
  expect(await next).toMatchObject({ judgement: { value: 1 } })
})

test('what was aborted before is not even asked', async () => {
  const { judge, calls } = patientJudge()
  const { connect } = await serve(judge)
  const signal = AbortSignal.abort(new Error('too late'))
  await expect(connect().judge(request, { trial: 0, signal })).rejects.toThrow('too late')
  expect(calls).toEqual([])
})

test('two workers that ask the same at once share one call; one of them may go', async () => {
  const { judge, calls } = patientJudge()
  const { connect } = await serve(judge)
  const [one, other] = [connect(), connect()]
  const controller = new AbortController()
  const left = one.judge(request, { trial: 0, signal: controller.signal })
  const shared = [other.judge(request, { trial: 0 }), other.judge(request, { trial: 0 })]
  const apart = other.judge(request, { trial: 1 })
  await expect.poll(() => calls.length).toBe(2)
  controller.abort(new Error('left'))
  await expect(left).rejects.toThrow('left')
  // A question of the first worker, sent after its cancel, has been answered: so the cancel has been read.
  await expect(one.judge(request, { trial: 0, judge: 'nobody' })).rejects.toThrow('no judge is named')
  expect(calls).toHaveLength(2)
  expect(calls[0]!.signal.aborted).toBe(false)
  for (const { answer } of calls) answer()
  expect(await Promise.all([...shared, apart])).toHaveLength(3)
})

test('a worker that has read a dataset has it watched', async () => {
  const { watched, connect } = await serve(good)
  connect().watchFile('/data/cases.jsonl', '/test/a.test.ts')
  await expect.poll(() => watched).toEqual([['/data/cases.jsonl', '/test/a.test.ts']])
})

test('a client that was closed asks again over a new connection', async () => {
  const { connect } = await serve(good)
  const client = connect()
  await client.judge(request, { trial: 0 })
  client.close()
  expect(await client.judge(request, { trial: 0 })).toMatchObject({ judgement: { value: 0.9 } })
})

test('a client that is closed lets nobody wait', async () => {
  const { judge, calls } = patientJudge()
  const { connect } = await serve(judge)
  const client = connect()
  const asked = client.judge(request, { trial: 0 })
  await expect.poll(() => calls.length).toBe(1)
  client.close()
  await expect(asked).rejects.toBeInstanceOf(JudgeUnavailableError)
  await expect.poll(() => calls[0]!.signal.aborted).toBe(true)
})

test.skipIf(process.platform === 'win32')('the socket lies in a folder of this user alone', async () => {
  const { server } = await serve(good)
  const folder = statSync(dirname(server.address.path))
  expect((folder.mode & 0o777).toString(8)).toBe('700')
  expect(folder.uid).toBe(process.getuid?.())
  expect(server.address.secret).toMatch(/^[0-9a-f]{64}$/)
})

test('each server has a place and a secret of its own', async () => {
  const [a, b] = [await serve(good), await serve(good)]
  expect(a.server.address.path).not.toBe(b.server.address.path)
  expect(a.server.address.secret).not.toBe(b.server.address.secret)
})

test('closing removes the folder, ends the workers’ questions and cancels the judge', async () => {
  const { judge, calls } = patientJudge()
  const { server, connect } = await serve(judge)
  const asked = connect().judge(request, { trial: 0 })
  await expect.poll(() => calls.length).toBe(1)
  const refused = expect(asked).rejects.toThrow("the judge service in Vitest's main process is gone")
  await server.close()
  await refused
  await expect.poll(() => calls[0]!.signal.aborted).toBe(true)
  expect(existsSync(dirname(server.address.path))).toBe(false)
  await server.close()
})

test('a service that is gone is told, with what the system says', async () => {
  const { server, connect } = await serve(good)
  await server.close()
  await expect(connect().judge(request, { trial: 0 })).rejects.toThrow(
    /is gone \(connect ENOENT .*\); run the tests again/,
  )
})

const WORKER = `
import { JudgeClient } from 'vitest-judge/internal-client'
const client = new JudgeClient(JSON.parse(process.argv[1]), '')
client.watchFile('/data.jsonl', '/a.test.ts')
const answer = await client.judge({ metric: 'quality', input: 'a', reply: 'b' }, { trial: 0 })
console.log(answer.judgement.value)
`

test('a process that waits for an answer stays, and one whose client is idle ends by itself', async () => {
  const slow = defineJudge({
    name: 'slow',
    version: 1,
    judge: () => new Promise((resolve) => setTimeout(() => resolve({ value: 0.75, rationale: '' }), 200)),
  })
  const { server } = await serve(slow)
  const source = WORKER.replace('vitest-judge/internal-client', await builtClient())
  const child = spawn(process.execPath, ['--input-type=module', '-e', source, JSON.stringify(server.address)])
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  const exit = new Promise((resolve) => child.on('close', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  expect(await exit, Buffer.concat(output).toString()).toBe(0)
  expect(Buffer.concat(output).toString()).toBe('0.75\n')
})

/** The client as plain Node can import it: a URL with its code. */
async function builtClient(): Promise<string> {
  const input = fileURLToPath(new URL('../../src/judge-service/judge-client.ts', import.meta.url))
  const bundle = await rolldown({ input, platform: 'node' })
  const { output } = await bundle.generate({ format: 'esm' })
  return `data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`
}
