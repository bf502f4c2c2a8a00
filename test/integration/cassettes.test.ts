import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startJudgeServer } from '../support/judge-server.js'
import { createProject, type Project } from '../support/project.js'
import { withoutNetwork } from '../support/without-network.js'

const cassette = 'snapshots/support.test.ts.judgements.jsonl'
const cache = '.vitest-judge/cache/support.test.ts.judgements.jsonl'

function config(url: string, options = '', judge = `model: 'judge-1', baseURL: '${url}', apiKey: 'sk-cassette-key'`) {
  return `import { defineConfig } from 'vitest/config'
import { openAIJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
export default defineConfig({ plugins: [judge({ judge: openAIJudge({ ${judge} }), ${options} })] })
`
}

const suite = `import { expect, test } from 'vitest'
for (const topic of ['orders', 'refunds']) {
  test(topic, async () => {
    await expect('I can help with ' + topic).toHaveIntent(topic, { input: 'Help with ' + topic })
  })
}
test('repeated', { repeats: 2 }, async () => {
  await expect('Hello!').toHaveIntent('greeting', { input: 'Hi' })
})
`

async function projectWith(options = '') {
  const server = await startJudgeServer()
  const project = createProject({ 'vitest.config.ts': config(server.url, options), 'support.test.ts': suite })
  return { server, project }
}

function lines(project: Project, file: string): { key: string; trial?: number; value: number | null }[] {
  return project
    .read(file)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { key: string; trial?: number; value: number | null })
}

test('what is asked is asked once: kept in the cache, committed by -u, replayed after that', async () => {
  const { server, project } = await projectWith()
  const first = await project.run()
  expect(first.output).toContain('5 in the cache of this machine alone')
  expect(first.exitCode).toBe(0)
  // Two tests, and one with three trials: each trial has an answer of its own.
  expect(server.total).toBe(5)
  expect(project.has(cassette)).toBe(false)
  expect(lines(project, cache)).toHaveLength(5)

  const second = await project.run()
  expect(server.total).toBe(5)
  expect(second.output).toContain('replayed  5 judgements')

  const accepted = await project.run({ args: ['-u'] })
  expect(server.total).toBe(5)
  expect(accepted.output).toContain(`${cassette} (5 added)`)
  const recorded = lines(project, cassette)
  expect(recorded.map(({ key }) => key)).toEqual(recorded.map(({ key }) => key).sort())
  expect(recorded.map(({ trial = 0 }) => trial).sort()).toEqual([0, 0, 0, 1, 2])
  expect(project.has(cache)).toBe(false)

  const text = project.read(cassette)
  await project.run({ args: ['-u'] })
  expect(project.read(cassette)).toBe(text)
  expect(server.total).toBe(5)
})

test('without a key the judge keeps its name: hits are replayed, misses are not judged and say how to record them', async () => {
  const { server, project } = await projectWith()
  await project.run({ args: ['-u'] })
  const keyless = `model: 'judge-1', baseURL: undefined, env: { OPENAI_BASE_URL: '${server.url}' }`
  project.write({ 'vitest.config.ts': config('', '', keyless) })
  const asked = server.total

  const replayed = await project.run({ env: { CI: '1' } })
  expect(replayed.output).toContain('judged by openai/judge-1')
  expect(replayed.output).toContain('replayed  5 judgements')
  expect(replayed.exitCode).toBe(0)

  project.write({ 'support.test.ts': suite.replace("'refunds'", "'refunds', 'parcels'") })
  const missed = await project.run()
  expect(missed.output).toMatch(/not recorded, and openai\/judge-1 cannot judge: OPENAI_API_KEY is not set/)
  expect(missed.output).toContain('vitest run -u')
  expect(missed.output).not.toContain('stands in')
  expect(missed.exitCode).toBe(0)
  const inCi = await project.run({ env: { CI: '1' } })
  expect(inCi.exitCode).toBe(1)
  expect(server.total).toBe(asked)
})

test('-u drops what nothing asked for, and a partial or a failed run drops nothing', async () => {
  const { project } = await projectWith()
  await project.run({ args: ['-u'] })
  await project.run({ args: ['-u', '-t', 'orders'] })
  expect(lines(project, cassette)).toHaveLength(5)
  project.write({ 'support.test.ts': `${suite}test('fails', () => expect(1).toBe(2))\n`.replace("'orders', ", '') })
  await project.run({ args: ['-u'] })
  expect(lines(project, cassette)).toHaveLength(5)
  project.write({ 'support.test.ts': suite.replace("'orders', ", '') })
  const dropped = await project.run({ args: ['-u'] })
  expect(dropped.output).toContain(`${cassette} (1 removed)`)
  expect(lines(project, cassette)).toHaveLength(4)
})

test("mode 'record' asks anew and writes, 'replay' never asks, 'off' keeps nothing", async () => {
  const { server, project } = await projectWith("cassette: { mode: 'record' }")
  await project.run()
  expect(lines(project, cassette)).toHaveLength(5)
  await project.run()
  expect(server.total).toBe(10)

  project.write({ 'vitest.config.ts': config(server.url, "cassette: { mode: 'replay' }") })
  expect((await project.run({ env: { CI: '1' } })).exitCode).toBe(0)
  expect(server.total).toBe(10)

  project.write({ 'vitest.config.ts': config(server.url, "cassette: { mode: 'off' }") })
  await project.run()
  expect(server.total).toBe(15)
  expect(project.has(cache)).toBe(false)
})

test('a cassette that cannot be read fails the run by name and line, and stays as it is', async () => {
  const { project } = await projectWith()
  await project.run({ args: ['-u'] })
  const broken = `<<<<<<< ours\n${project.read(cassette)}`
  project.write({ [cassette]: broken })
  const run = await project.run({ args: ['-u'] })
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain(`${cassette}:1: the cassette has a merge conflict.`)
  expect(run.output).not.toContain('3 passed')
  expect(project.read(cassette)).toBe(broken)
})

test('replies of an assistant are recorded by version, and a replayed reply has no latency', async () => {
  const server = await startJudgeServer()
  const assistant = (version: number) => `import { appendFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(({ message }) => {
  appendFileSync('calls.txt', message + '\\n')
  return { text: 'Answer to ' + message, usage: { inputTokens: 7, outputTokens: 5 } }
}, { record: true, version: ${version} })
test('asks', async () => {
  const reply = await ask('Where is it?')
  expect((await ask('Where is it?')).text).toBe(reply.text)
  expect(reply.replayed === undefined).toBe(reply.durationMs !== undefined)
  await expect(reply).toHaveIntent('order_support')
})
test('in time', async () => {
  expect(await ask('Quick?')).toRespondWithin(1_000)
})
`
  const project = createProject({ 'vitest.config.ts': config(server.url), 'support.test.ts': assistant(1) })
  const calls = () => readFileSync(join(project.path, 'calls.txt'), 'utf8').trimEnd().split('\n').length
  const first = await project.run({ args: ['-u'] })
  expect(first.output).toContain('snapshots/support.test.ts.replies.jsonl (3 added)')
  expect(calls()).toBe(3)

  const second = await project.run()
  expect(calls()).toBe(3)
  expect(second.output).toContain('1 judgement and 3 replies')
  expect(second.output).toContain('a replayed reply took no time')
  expect(second.output).toMatch(/1 passed \| 1 skipped/)

  project.write({ 'support.test.ts': assistant(2) })
  await project.run()
  expect(calls()).toBe(6)
})

const offline = withoutNetwork()
// On a CI server it must run: there it fails where it cannot.
test.skipIf(offline === undefined && process.env.CI === undefined)(
  'a replayed run makes no network call: it is the same in a network namespace without a network',
  async () => {
    const { server, project } = await projectWith()
    await project.run({ args: ['-u'] })
    await server.close()
    expect(offline, 'unshare --net does not work here').toBeDefined()
    const run = await project.run({ under: offline!, env: { CI: '1' } })
    expect(run.output).toContain('replayed  5 judgements')
    expect(run.exitCode).toBe(0)
    project.write({ 'support.test.ts': suite.replace("'refunds'", "'refunds', 'parcels'") })
    // And it would be noticed: what is not recorded cannot be asked there.
    const missed = await project.run({ under: offline! })
    expect(missed.exitCode).toBe(1)
    expect(missed.output).toMatch(/ECONNREFUSED|ENETUNREACH/)
  },
)
