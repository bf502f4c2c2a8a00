import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bestAnswer, startJudgeServer, type CompletionRequest } from '../support/judge-server.js'
import { configWith, createProject } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const HEAD = `import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defineAssistant, describeCases, loadCases } from 'vitest-judge'
const ask = defineAssistant(({ message }) => message)
const flag = (name) => join(import.meta.dirname, name)
const raised = async (name) => {
  while (!existsSync(flag(name))) await new Promise((resolve) => setTimeout(resolve, 20))
}
`

function promptOf({ messages }: CompletionRequest): string {
  return messages.map(({ content }) => content).join('\n')
}

test('one limit for all workers; what is asked twice at once is asked once; every trial is asked', async () => {
  const server = await startJudgeServer({ delayMs: 30 })
  onTestFinished(() => server.close())
  const asked = (text: string) => server.requests.filter(({ body }) => promptOf(body).includes(text)).length
  const letters = ['a', 'b', 'c', 'd']
  server.setReply((body: CompletionRequest) =>
    promptOf(body).includes('the very same') ? { answer: bestAnswer(body), delayMs: 1_500 } : undefined,
  )
  const project = createProject({
    'vitest.config.ts': configWith(
      `{ judge: openAIJudge({ model: 'gpt-test', baseURL: '${server.url}' }), limits: { maxInFlight: 3 } }`,
      'maxWorkers: 4, maxConcurrency: 20, testTimeout: 30_000',
    ),
    'cases.jsonl': '{"id": "thrice", "input": "in three trials", "intent": "greeting"}\n',
    ...Object.fromEntries(
      letters.map((letter) => [
        `${letter}.test.js`,
        `${HEAD}
for (let index = 0; index < 15; index++) test.concurrent('other ' + index, async () => {
  await expect(await ask('${letter} ' + index)).toHaveIntent('greeting')
})
for (let index = 0; index < 5; index++) test.concurrent('same ' + index, async () => {
  writeFileSync(flag('${letter}.ready'), '')
  for (const letter of ${JSON.stringify(letters)}) await raised(letter + '.ready')
  await expect(await ask('the very same')).toHaveIntent('greeting')
})
`,
      ]),
    ),
    'e.test.js': `${HEAD}
describeCases('trials', loadCases('cases.jsonl'), { assistant: ask, trials: 3 })
test('once more, later', async () => {
  await expect(await ask('twice in a row')).toHaveIntent('greeting')
  await expect(await ask('twice in a row')).toHaveIntent('greeting')
})
`,
  })
  const run = await project.run()
  expect(run.output).toContain('82 passed')
  expect(run.exitCode).toBe(0)
  expect(server.maxInFlight).toBe(3)
  expect(asked('the very same')).toBe(1)
  expect(asked('in three trials')).toBe(3)
  // In the same trial it is the same question, which is recorded by then.
  expect(asked('twice in a row')).toBe(1)
  expect(server.total).toBe(4 * 15 + 1 + 3 + 1)
})

test('a worker that is killed frees its place: the tests of other workers are judged', async () => {
  const server = await startJudgeServer()
  onTestFinished(() => server.close())
  const project = createProject({
    'vitest.config.ts': configWith(
      `{ judge: openAIJudge({ model: 'gpt-test', baseURL: '${server.url}', maxRetries: 0 }), limits: { maxInFlight: 1 } }`,
      "pool: 'forks', maxWorkers: 2, testTimeout: 30_000",
    ),
    'dies.test.js': `${HEAD}
test('is killed while its question is open', async () => {
  const reply = await ask('never answered')
  const open = expect(reply).toHaveIntent('greeting')
  await raised('waiting')
  process.kill(process.pid, 'SIGKILL')
  await open
})
`,
    'lives.test.js': `${HEAD}
test('waits for its place', async () => {
  await raised('taken')
  const judged = expect(await ask('answered')).toHaveIntent('greeting')
  await new Promise((resolve) => setTimeout(resolve, 200))
  writeFileSync(flag('waiting'), '')
  await judged
})
test('goes on', async () => {
  await expect(await ask('answered too')).toHaveIntent('greeting')
})
`,
  })
  server.setReply((body: CompletionRequest) => {
    if (!promptOf(body).includes('never answered')) return undefined
    writeFileSync(join(project.path, 'taken'), '')
    return { hang: true }
  })
  const run = await project.run({ args: ['--reporter=verbose'] })
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain('✓ lives.test.js > waits for its place')
  expect(run.output).toContain('✓ lives.test.js > goes on')
  expect(run.output).not.toContain('✓ dies.test.js')
  expect(server.requests.map(({ body }) => promptOf(body).includes('never answered'))).toEqual([true, false, false])
  expect(project.has('snapshots/dies.test.js.judge.yaml')).toBe(false)
  const [stored] = await storedResults(project)
  expect(stored!.cases.map(({ file, state }) => `${file} ${state}`)).toEqual([
    'lives.test.js passed',
    'lives.test.js passed',
  ])
})

test('what is asked of two judges at once is answered in the name of each', async () => {
  const project = createProject({
    'vitest.config.ts': configWith(
      `{ judge: openAIJudge({ model: 'gpt-test' }), judges: { words: localJudge() }, store: 'sqlite:kept/results.db' }`,
    ),
    'a.test.js': `${HEAD}
test('asks both', async () => {
  const reply = await ask('Order 12345 is on its way.')
  await Promise.all([
    expect(reply).toExtractEntities({ order: '12345' }),
    expect(reply).toExtractEntities({ order: '12345' }, { judge: 'words' }),
  ])
})
`,
  })
  const run = await project.run()
  expect(run.exitCode).toBe(0)
  const [stored] = await storedResults(project, 'kept/results.db')
  const [standIn, chosen] = stored!.cases[0]!.trials[0]!.scores
  expect(standIn!.judge.standIn).toContain('openai/gpt-test cannot judge')
  expect(chosen!.judge.standIn).toBeUndefined()
  expect(chosen!.judge.name).toBe(standIn!.judge.name)
})
