import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  bestAnswer,
  startJudgeServer,
  type CompletionRequest,
  type JudgeServer,
  type JudgeServerOptions,
} from '../support/judge-server.js'
import { configWith, createProject } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const HEAD = `import { expect, inject, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(({ message }) => 'You said: ' + message)
`

const BASELINE = 'snapshots/a.test.js.judge.yaml'

async function startServer(options?: JudgeServerOptions): Promise<JudgeServer> {
  const server = await startJudgeServer(options)
  onTestFinished(() => server.close())
  return server
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

/** The report wraps its lines. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

test('judges, records, keeps a baseline, and lets no stand-in replace it', async () => {
  const server = await startServer()
  const project = createProject({
    'vitest.config.ts': configWith(`{ judge: openAIJudge({ model: 'gpt-test', baseURL: '${server.url}' }) }`),
    'a.test.js': `${HEAD}
test('greets', async () => {
  const reply = await ask('Hello, order 12345')
  await expect(reply).toHaveIntent('greeting')
  await expect(reply).toExtractEntities({ order: '12345' })
  await expect(reply).toScoreAtLeast(4, { rubric: 'Is it polite?' })
})
`,
  })

  const first = await project.run()
  expect(first.exitCode).toBe(0)
  expect(server.requests.map(({ body }) => body.model)).toEqual(['gpt-test', 'gpt-test', 'gpt-test'])
  expect(unwrapped(first.output)).toContain('judged by openai/gpt-test as gpt-test-2026-01-01 · 330 tokens')
  expect(first.output).not.toMatch(/stands? in|stood in|stand-in/)
  const baseline = project.read(BASELINE)
  expect(baseline.match(/judge: (.*)#\w+$/gm)).toHaveLength(3)
  expect(count(baseline, 'judge: openai/gpt-test#')).toBe(3)
  expect(count(baseline, 'served: gpt-test-2026-01-01')).toBe(3)
  const [run] = await storedResults(project)
  expect(run).toMatchObject({ judge: { name: 'openai/gpt-test' }, result: { outcome: 'passed', judged: 3, errors: 0 } })
  expect(run!.cases[0]!.judgeUsage).toEqual({ inputTokens: 300, outputTokens: 30 })
  for (const score of run!.cases[0]!.trials[0]!.scores) {
    expect(score).toMatchObject({
      value: 1,
      passed: true,
      rationale: expect.stringContaining('The reply does what was asked.') as string,
      judge: { name: 'openai/gpt-test', kind: 'llm', servedModel: 'gpt-test-2026-01-01' },
    })
  }

  server.setReply((body: CompletionRequest) => ({ answer: bestAnswer(body), model: 'gpt-test-2026-06-06' }))
  // Else what was recorded would be replayed, with the model that answered then.
  rmSync(join(project.path, '.vitest-judge/cache'), { recursive: true })
  const keyless = createProject({
    'vitest.config.ts': configWith(`{ judge: openAIJudge({ model: 'gpt-test' }) }`),
    'a.test.js': project.read('a.test.js'),
    [BASELINE]: baseline,
  })
  const [served, standIn] = await Promise.all([project.run({ env: { CI: 'true' } }), keyless.run({ args: ['-u'] })])
  expect(served.exitCode).toBe(0)
  expect(unwrapped(served.output)).toContain(
    'was answered by gpt-test-2026-06-06, in the baseline by gpt-test-2026-01-01',
  )
  expect(project.read(BASELINE)).toBe(baseline)

  expect(unwrapped(standIn.output)).toMatch(/greets › entities: kept, for it was judged by openai\/gpt-test#\w+/)
  expect(keyless.read(BASELINE)).toBe(baseline)
})

test('without a key the local judge stands in and says so once; with withoutKey: fail nothing runs', async () => {
  const tests = {
    'a.test.js': `${HEAD}
test('one', async () => {
  await expect(await ask('order 12345')).toExtractEntities({ order: '12345' })
})
test('two', async () => {
  await expect(await ask('order 67890')).toExtractEntities({ order: '67890' })
})
`,
    'b.test.js': `${HEAD}
test('three', async () => {
  await expect(await ask('order 555')).toExtractEntities({ order: '555' })
})
`,
  }
  const standsIn = createProject({
    ...tests,
    'vitest.config.ts': configWith(`{ judge: openAIJudge({ model: 'gpt-test' }) }`),
  })
  const refuses = createProject({
    ...tests,
    'vitest.config.ts': configWith(`{ judge: openAIJudge({ model: 'gpt-test' }), withoutKey: 'fail' }`),
  })
  const [run, refused] = await Promise.all([standsIn.run(), refuses.run()])

  expect(run.exitCode).toBe(0)
  expect(run.output).toContain('3 passed')
  expect(run.output).toMatch(
    /vitest-judge: local\/\S+ stands in for the chosen judge: openai\/gpt-test cannot judge: OPENAI_API_KEY is not set/,
  )
  expect(count(run.output, 'stands in for the chosen judge:')).toBe(1)
  expect(count(unwrapped(run.output), 'stood in for the chosen judge: openai/gpt-test cannot judge:')).toBe(1)
  const [stored] = await storedResults(standsIn)
  expect(stored!.judge.standIn).toContain('OPENAI_API_KEY is not set')
  expect(stored!.cases).toHaveLength(3)
  for (const { trials } of stored!.cases) {
    const { judge } = trials[0]!.scores[0]!
    expect(judge.kind).toBe('local')
    expect(judge.standIn).toContain('openai/gpt-test cannot judge')
  }

  expect(refused.exitCode).toBe(1)
  expect(refused.output).toContain('judge(): openai/gpt-test cannot judge: OPENAI_API_KEY is not set')
  expect(refused.output).not.toMatch(/\d passed/)
  expect(refuses.has('.vitest-judge')).toBe(false)
  expect(refuses.has('snapshots')).toBe(false)
})

test('an outage fails its test with a clear message, and enters no baseline', async () => {
  const server = await startServer({
    reply: ({ model }: { model: string }, before: number) => {
      if (model === 'broken') return { status: 500, json: { error: { message: 'out of memory' } } }
      if (model === 'denied') return { status: 401, json: { error: { message: 'Incorrect API key provided' } } }
      if (model === 'hanging') return { hang: true }
      if (model === 'recovers' && !server.requests.slice(0, before).some(({ body }) => body.model === 'recovers')) {
        return { status: 503, headers: { 'retry-after-ms': '1' }, json: {} }
      }
      return undefined
    },
  })
  const gone = await startJudgeServer()
  await gone.close()
  const openAI = (model: string, maxRetries = 0) =>
    `openAIJudge({ model: '${model}', baseURL: '${server.url}', maxRetries: ${maxRetries} })`
  const named = ['broken', 'denied', 'hanging'].map((model) => `${model}: ${openAI(model)}`)
  const refused = `openAIJudge({ model: 'refused', baseURL: '${gone.url}', maxRetries: 0 })`
  const project = createProject({
    'vitest.config.ts': configWith(
      `{ judge: ${refused}, judges: { ${named.join(', ')}, recovers: ${openAI('recovers', 1)} }, limits: { timeoutMs: 3_000 } }`,
    ),
    'a.test.js': `${HEAD}
for (const judge of [undefined, 'broken', 'denied', 'hanging', 'recovers']) {
  test.concurrent('asks ' + judge, async () => {
    await expect(await ask('hello ' + judge)).toHaveIntent('greeting', { judge })
  })
  if (judge !== 'recovers') test.concurrent('asks not ' + judge, async () => {
    await expect(await ask('hello ' + judge)).not.toHaveIntent('greeting', { judge })
  })
}
`,
  })
  const standsIn = createProject({
    'vitest.config.ts': configWith(
      `{ judge: ${openAI('broken')}, judges: { denied: ${openAI('denied')} }, onOutage: 'local' }`,
    ),
    'a.test.js': `${HEAD}
test('is there', async () => {
  await expect(await ask('order 12345')).toExtractEntities({ order: '12345' })
})
test('is not there', async () => {
  await expect(await ask('order 12345')).toExtractEntities({ order: '67890' })
})
test('a refused key is no outage', async () => {
  await expect(await ask('order 12345')).toExtractEntities({ order: '12345' }, { judge: 'denied' })
})
`,
  })
  const [run, local] = await Promise.all([project.run(), standsIn.run()])

  expect(run.exitCode).toBe(1)
  expect(run.output).toContain('8 failed | 1 passed')
  const output = unwrapped(run.output)
  expect(output).toMatch(/judge openai\/refused: expected an answer from \S+, got .*ECONNREFUSED/)
  expect(output).toContain('start the server, or check baseURL')
  expect(output).toMatch(/judge openai\/broken: expected an answer from \S+, got 500 out of memory: run again later/)
  expect(output).toMatch(
    /judge openai\/denied: expected an answer from \S+, got 401 Incorrect API key provided: check OPENAI_API_KEY/,
  )
  expect(output).toContain('openai/hanging did not answer within 3000 ms')
  const baseline = project.read(BASELINE)
  expect(baseline.match(/^ {2}\S.*:$/gm)).toEqual(['  asks recovers:'])
  const [stored] = await storedResults(project)
  expect(stored).toMatchObject({ result: { outcome: 'failed', passed: 1, failed: 8, judged: 1, errors: 8 } })
  for (const { name, state, errors, metrics } of stored!.cases.filter(({ state }) => state === 'failed')) {
    expect({ name, state, stages: errors.map(({ stage }) => stage) }).toEqual({
      name,
      state: 'failed',
      stages: ['judge'],
    })
    expect(metrics[0]).toMatchObject({ mean: null, errored: 1, passed: 0, missed: 0 })
  }

  expect(local.exitCode).toBe(1)
  expect(local.output).toContain('2 failed | 1 passed')
  expect(unwrapped(local.output)).toContain('got 401 Incorrect API key provided: check OPENAI_API_KEY')
  expect(local.output).toMatch(
    /vitest-judge: local\/\S+ stands in for the chosen judge: openai\/broken failed and onOutage is 'local'/,
  )
  expect(count(local.output, 'stands in for the chosen judge:')).toBe(1)
  expect(unwrapped(local.output)).toContain(
    "stood in for the chosen judge: openai/broken failed and onOutage is 'local'",
  )
  const [rows] = await storedResults(standsIn)
  expect(rows!.cases.map(({ state }) => state)).toEqual(['passed', 'failed', 'failed'])
  for (const { trials } of rows!.cases.slice(0, 2)) {
    expect(trials[0]!.scores[0]!.judge).toMatchObject({
      kind: 'local',
      standIn: "openai/broken failed and onOutage is 'local'",
    })
  }
})

test('neither the key nor the secret of the service is in any file, in the output, or in a worker because of us', async () => {
  const key = `sk-test-${randomBytes(16).toString('hex')}`
  const outside = mkdtempSync(join(tmpdir(), 'judge-secrets-'))
  onTestFinished(() => rmSync(outside, { recursive: true, force: true }))
  writeFileSync(join(outside, 'key'), key)
  // A provider may repeat the key.
  const server = await startServer({
    reply: ({ messages }: { messages: { content: string }[] }) =>
      messages.some(({ content }) => content.includes('denied'))
        ? { status: 401, json: { error: { message: `Incorrect API key provided: ${key}.` } } }
        : undefined,
  })
  const tests = `${HEAD}
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
const { service } = inject('vitestJudge')
const key = readFileSync(join(process.env.OUTSIDE, 'key'), 'utf8')

test('judges', async () => {
  writeFileSync(join(process.env.OUTSIDE, process.env.RUN), service.secret)
  await expect(await ask('hello')).toHaveIntent('greeting')
})
test('is refused', async () => {
  await expect(await ask('denied')).toHaveIntent('greeting')
})
test('sees the socket of its own user, and no secret beside it', () => {
  expect(service.secret.length).toBeGreaterThan(30)
  expect(statSync(dirname(service.path)).mode & 0o077).toBe(0)
  for (const entry of readdirSync(process.env.TMPDIR, { recursive: true, withFileTypes: true })) {
    const content = entry.isFile() ? readFileSync(join(entry.parentPath, entry.name), 'utf8') : ''
    expect(content.includes(service.secret) || content.includes(key), entry.name).toBe(false)
  }
})
test('finds the key in its environment', () => {
  expect(Object.values(process.env).filter((value) => value.includes(key)).length).toBe(Number(process.env.EXPECTED))
  expect(JSON.stringify(inject('vitestJudge')).includes(key)).toBe(false)
  expect(Object.values(process.env).some((value) => value.includes(service.secret))).toBe(false)
})
`
  const options = `model: 'gpt-test', baseURL: '${server.url}', maxRetries: 0`
  const fromShell = createProject({
    'vitest.config.ts': configWith(`{ judge: openAIJudge({ ${options} }) }`),
    'a.test.js': tests,
  })
  const fromOption = createProject({
    'vitest.config.ts': `import { readFileSync } from 'node:fs'\n${configWith(
      `{ judge: openAIJudge({ ${options}, apiKey: readFileSync(process.env.OUTSIDE + '/key', 'utf8') }) }`,
    )}`,
    'a.test.js': tests,
  })
  for (const { path } of [fromShell, fromOption]) mkdirSync(join(path, 'tmp'))
  const envOf = (path: string, RUN: string) => ({ OUTSIDE: outside, RUN, TMPDIR: join(path, 'tmp') })
  const [shell, option] = await Promise.all([
    fromShell.run({
      args: ['--reporter=verbose'],
      env: { ...envOf(fromShell.path, 'shell'), OPENAI_API_KEY: key, EXPECTED: '1' },
    }),
    fromOption.run({ args: ['--reporter=verbose'], env: { ...envOf(fromOption.path, 'option'), EXPECTED: '0' } }),
  ])

  expect(server.requests).toHaveLength(4)
  for (const { headers } of server.requests) expect(headers.authorization).toBe(`Bearer ${key}`)
  for (const [name, { exitCode, output }, project] of [
    ['shell', shell, fromShell],
    ['option', option, fromOption],
  ] as const) {
    expect(exitCode).toBe(1)
    expect(output).toContain('1 failed | 3 passed')
    expect(output).toContain('Incorrect API key provided: ***')
    expect(project.has(BASELINE) && project.has('.vitest-judge/results.db')).toBe(true)
    expect(filesWith(project.path, 'openai/gpt-test')).not.toEqual([])
    const secret = readFileSync(join(outside, name), 'utf8')
    for (const hidden of [key, secret]) {
      expect(output.includes(hidden)).toBe(false)
      expect(filesWith(project.path, hidden)).toEqual([])
    }
    expect(readdirSync(join(project.path, 'tmp')).filter((entry) => entry.startsWith('vitest-judge-'))).toEqual([])
  }
})

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text))
}
