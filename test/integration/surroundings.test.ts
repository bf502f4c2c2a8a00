import { expect, onTestFinished, test } from 'vitest'
import { parseBaseline } from '../../src/baseline/parse-baseline.js'
import { startJudgeServer } from '../support/judge-server.js'
import { configWith, createProject, MARKER_JUDGE, type Project } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const IMPORTS = "import { describe, expect, test, vi } from 'vitest'\n"

const ASK = `import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(({ message }) => message)
`

/** What must be the same wherever it runs: 5 tests that hold, 2 that miss, and nobody's verdict on another test. */
const SUITE = `${ASK}
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
describe('suite', () => {
  test('holds', async () => {
    const reply = await ask('good [0.9]')
    await expect(reply).toHaveIntent('greeting')
    await expect(reply).toScoreAtLeast(4)
    expect(reply).toRespondWithin(5_000)
  })
  test('misses', async () => {
    await expect(await ask('bad [0.1]')).toHaveIntent('greeting')
  })
  for (const [index, score] of [0.9, 0.2, 0.9].entries()) {
    test.concurrent('together ' + index, async () => {
      const reply = await ask('n' + index + ' [' + score + ']')
      await pause(30 - 10 * index)
      await expect.soft(reply).toHaveIntent('greeting')
      await pause(10 * index)
    })
  }
  test('holds under not', async () => {
    await expect(await ask('bad [0.1]')).not.toHaveIntent('greeting')
  })
  test('judges nothing', () => {
    expect(1 + 1).toBe(2)
  })
})
`

const OUTCOMES = {
  'suite > holds': 'passed 0.9 0.9',
  'suite > misses': 'failed 0.1',
  'suite > together 0': 'passed 0.9',
  'suite > together 1': 'failed 0.2',
  'suite > together 2': 'passed 0.9',
  'suite > holds under not': 'passed 0.1',
}

/** By project and file: each case's state and scores. */
async function outcomes(project: Project): Promise<Record<string, Record<string, string>>> {
  const [run] = await storedResults(project)
  const found: Record<string, Record<string, string>> = {}
  for (const { project: name, file, key, state, metrics } of run?.cases ?? []) {
    const values = metrics.filter(({ unit }) => unit === 'unit').map(({ mean }) => mean)
    ;(found[`${name}/${file}`] ??= {})[key] = [state, ...values].join(' ')
  }
  return found
}

function entries(project: Project, file: string) {
  return parseBaseline(project.read(file), file).entries
}

test('every pool, with and without isolation, with globals, and with all tests concurrent', async () => {
  const pools = ['forks', 'threads', 'vmForks', 'vmThreads'].flatMap((pool) =>
    [true, false].map((isolate) => ({ pool, isolate, name: `${pool}-${isolate ? 'isolated' : 'shared'}` })),
  )
  const inlined = pools.map(
    ({ pool, isolate, name }) => `{ extends: true, test: { name: '${name}', pool: '${pool}', isolate: ${isolate} } }`,
  )
  const files = { 'a.test.js': IMPORTS + SUITE, 'b.test.js': IMPORTS + SUITE }
  const all = createProject({
    ...files,
    'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE} }`, `projects: [${inlined.join(', ')}]`),
  })
  const one = createProject({
    'a.test.js': SUITE,
    'b.test.js': SUITE,
    'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE} }`, 'globals: true'),
  })
  const [inProjects, concurrent] = await Promise.all([
    all.run(),
    one.run({ args: ['--pool=threads', '--no-isolate', '--maxWorkers=1', '--sequence.concurrent'] }),
  ])

  expect(inProjects.exitCode).toBe(1)
  expect(inProjects.output).toContain(`${2 * 2 * pools.length} failed | ${2 * 5 * pools.length} passed`)
  const expected = pools.flatMap(({ name }) => ['a.test.js', 'b.test.js'].map((file) => [`${name}/${file}`, OUTCOMES]))
  expect(await outcomes(all)).toEqual(Object.fromEntries(expected))
  for (const { name } of pools) {
    expect(Object.keys(entries(all, `snapshots/${name}/b.test.js.judge.yaml`)).sort()).toEqual(
      Object.keys(OUTCOMES).sort(),
    )
  }

  expect(concurrent.exitCode).toBe(1)
  expect(concurrent.output).toContain('4 failed | 10 passed')
  expect(await outcomes(one)).toEqual({ '/a.test.js': OUTCOMES, '/b.test.js': OUTCOMES })
})

test('projects with judges of their own: each judged by its own, each with baselines of its own', async () => {
  const marker = (name: string) => MARKER_JUDGE.replace("name: 'marker'", `name: '${name}'`)
  const project = createProject({
    'vitest.config.ts': `import { defineConfig } from 'vitest/config'
import { defineJudge, localJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
export default defineConfig({
  test: {
    projects: [
      { plugins: [judge({ judge: ${marker('lenient')} })], test: { name: 'first' } },
      { plugins: [judge({ judge: ${marker('strict')} })], test: { name: 'second' } },
      { plugins: [judge({ judge: localJudge() })], test: { name: 'third' } },
      { test: { name: 'without', include: ['plain.js'] } },
    ],
  },
})
`,
    'a.test.js': `${IMPORTS}${ASK}
test('finds it', async () => {
  await expect(await ask('order 12345 [0.9]')).toExtractEntities({ order: '12345' })
})
`,
    'plain.js': `${IMPORTS}test('is none of ours', () => {})\n`,
  })
  const first = await project.run()
  expect(first.output).toContain('4 passed')
  expect(first.exitCode).toBe(0)
  const judges = { first: 'lenient#', second: 'strict#', third: 'local/' }
  for (const [name, judge] of Object.entries(judges)) {
    const entry = entries(project, `snapshots/${name}/a.test.js.judge.yaml`)['finds it']
    expect(entry!.scores.entities!.judge.startsWith(judge)).toBe(true)
  }
  const [run] = await storedResults(project)
  expect(run!.cases.map(({ project: of, metrics }) => `${of} ${metrics[0]!.judge.name.split('/')[0]}`).sort()).toEqual([
    'first lenient',
    'second strict',
    'third local',
  ])

  // One project alone is held against its own baseline, and the others' stay.
  const second = await project.run({ args: ['--project=second'], env: { CI: 'true' } })
  expect(second.exitCode).toBe(0)
  expect(second.output).toMatch(/ scores +1 stable/)
  expect(second.output).not.toMatch(/removed|its test file is gone/)
  expect(project.has('snapshots/first/a.test.js.judge.yaml')).toBe(true)
})

test('judges under fake timers, MSW, nock and patched modules of the network', async () => {
  const server = await startJudgeServer()
  onTestFinished(() => server.close())
  const judged = (name: string) => `
test('${name}', async () => {
  const reply = await ask('${name}')
  await expect(reply).toHaveIntent('greeting')
  expect(reply).toRespondWithin(20_000)
})
`
  const project = createProject({
    'vitest.config.ts': configWith(
      `{ judge: openAIJudge({ model: 'gpt-test', baseURL: '${server.url}' }) }`,
      'testTimeout: 20_000',
    ),
    'timers.test.js': `${IMPORTS}import { defineAssistant } from 'vitest-judge'
const { bigint: realTime } = process.hrtime
const slow = defineAssistant(async ({ message }) => {
  await vi.advanceTimersByTimeAsync(60_000)
  const end = realTime() + 30_000_000n
  while (realTime() < end);
  return message
})
test('fake timers', async () => {
  vi.useFakeTimers()
  const before = performance.now()
  const reply = await slow('fake timers')
  expect(performance.now() - before).toBeGreaterThanOrEqual(60_000)
  await expect(reply).toHaveIntent('greeting')
  expect(reply).toRespondWithin(20_000)
  expect(reply).not.toRespondWithin(20)
  expect(vi.isFakeTimers()).toBe(true)
})
test('timers that the test before left faked', async () => {
  expect(vi.isFakeTimers()).toBe(true)
  const reply = await slow('timers that the test before left faked')
  await Promise.all([expect(reply).toHaveIntent('greeting'), expect(reply).toScoreAtLeast(3)])
})
`,
    'msw.test.js': `${IMPORTS}import { afterAll, beforeAll } from 'vitest'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
${ASK}
const server = setupServer(http.get('https://api.example.com/faq', () => HttpResponse.json({ answer: 42 })))
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())
test('catches requests', async () => {
  expect(await (await fetch('https://api.example.com/faq')).json()).toEqual({ answer: 42 })
  await expect(fetch('${server.url}')).rejects.toThrow()
})
${judged('under MSW')}`,
    'nock.test.js': `${IMPORTS}import http from 'node:http'
import nock from 'nock'
${ASK}
nock.disableNetConnect()
test('refuses requests', async () => {
  const failure = await new Promise((resolve) => http.get('${server.url}').on('error', resolve))
  expect(failure.message).toContain('Nock')
})
${judged('under nock')}`,
    'patched.test.js': `${IMPORTS}import http from 'node:http'
import net from 'node:net'
${ASK}
const refuse = () => { throw new Error('no network in this test file') }
globalThis.fetch = refuse
http.request = http.get = http.Agent.prototype.createConnection = refuse
net.connect = net.createConnection = net.Socket.prototype.connect = refuse
test('refuses connections', () => {
  expect(() => fetch('${server.url}')).toThrow('no network')
  expect(() => new net.Socket().connect(1)).toThrow('no network')
})
${judged('without a network')}`,
    'mocked.test.js': `${IMPORTS}import http from 'node:http'
import net from 'node:net'
${ASK}
vi.mock('node:http')
vi.mock('node:net')
test('mocks modules', () => {
  expect(vi.isMockFunction(http.request) && vi.isMockFunction(net.connect)).toBe(true)
})
${judged('with mocked modules')}`,
  })
  const run = await project.run({ args: ['--reporter=verbose'] })
  expect(run.output).toContain('10 passed')
  expect(run.exitCode).toBe(0)
  expect(server.total).toBe(1 + 2 + 4)
})

test('repeats are trials; of retry attempts the first completed one counts', async () => {
  const project = createProject({
    'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE} }`),
    'a.test.js': `${IMPORTS}import { defineAssistant } from 'vitest-judge'
const check = (name, replies, options) => {
  const ask = defineAssistant(() => replies.shift())
  test(name, options, async () => {
    await expect(await ask('hello')).toHaveIntent('greeting')
  })
}
check('repeats', ['[0.9]', '[0.8]', '[1]'], { repeats: 2 })
check('a retry does not repair a low score', ['[0.2]', '[0.9]'], { retry: 2 })
check('a retry repairs an outage', ['[outage]', '[0.9]', '[0.1]'], { retry: 2 })
check('an outage to the end', ['[outage]', '[outage]'], { retry: 1 })
check('both', ['[0.9]', '[0.3]', '[1]', '[outage]', '[0.8]'], { repeats: 2, retry: 1 })
`,
  })
  const run = await project.run()
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain('1 failed | 4 passed')
  const [stored] = await storedResults(project)
  const values = Object.fromEntries(stored!.cases.map(({ key, state, metrics }) => [key, [state, metrics[0]!.values]]))
  expect(values).toEqual({
    repeats: ['passed', [0.9, 0.8, 1]],
    'a retry does not repair a low score': ['passed', [0.2]],
    'a retry repairs an outage': ['passed', [0.9]],
    'an outage to the end': ['failed', [null]],
    both: ['passed', [0.9, 0.3, 0.8]],
  })
  const baseline = entries(project, 'snapshots/a.test.js.judge.yaml')
  expect(Object.keys(baseline)).not.toContain('an outage to the end')
  expect(baseline.repeats!.scores.intent).toMatchObject({ score: 0.9, trials: 3 })
  expect(baseline['a retry does not repair a low score']!.scores.intent).toMatchObject({ score: 0.2 })
  expect(baseline['a retry repairs an outage']!.scores.intent).toMatchObject({ score: 0.9 })
})
