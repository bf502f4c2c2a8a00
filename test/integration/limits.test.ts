import { expect, test } from 'vitest'
import { startJudgeServer } from '../support/judge-server.js'
import { createProject } from '../support/project.js'

function config(url: string, options: string, test = '', judge = '') {
  return `import { defineConfig } from 'vitest/config'
import { openAIJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
export default defineConfig({
  plugins: [judge({ judge: openAIJudge({ model: 'm', baseURL: '${url}', ${judge} }), cassette: { mode: 'off' }, ${options} })],
  test: { ${test} },
})
`
}

/** Tests that run at once, each with one judgement. */
function concurrent(count: number, name = 'case', timeout = 20_000) {
  return `import { expect, test } from 'vitest'
for (let n = 0; n < ${count}; n++) {
  test.concurrent('${name} ' + n, { timeout: ${timeout} }, async () => {
    await expect('${name} reply ' + n).toHaveIntent('greeting', { input: 'Hi' })
  })
}
`
}

test('at most 8 in flight are at most 8 seen by the server, with 4 workers', async () => {
  const server = await startJudgeServer({ delayMs: 40 })
  const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.test.ts`, concurrent(25, name)]))
  const project = createProject({
    'vitest.config.ts': config(
      server.url,
      'limits: { maxInFlight: 8 }',
      'maxConcurrency: 25, minWorkers: 4, maxWorkers: 4',
    ),
    ...files,
  })
  const run = await project.run()
  expect(run.output).toContain('100 passed')
  expect(server.total).toBe(100)
  expect(server.maxInFlight).toBe(8)
})

test('a storm of "too many requests" pauses everybody, once, and then all are judged', async () => {
  const server = await startJudgeServer()
  const seen: number[] = []
  let opens = Infinity
  server.setReply(() => {
    const now = Date.now()
    seen.push(now)
    if (opens === Infinity) opens = now + 1_000
    if (now >= opens) return undefined
    return { status: 429, headers: { 'retry-after': '1' }, json: { error: { message: 'slow down' } } }
  })
  const project = createProject({
    'vitest.config.ts': config(server.url, 'limits: { maxInFlight: 10 }', 'maxConcurrency: 20'),
    'a.test.ts': concurrent(20),
  })
  const run = await project.run()
  expect(run.output).toContain('20 passed')
  // Those under way when the first was told, and each of them again after the pause: nobody knocked meanwhile.
  expect(seen.length).toBeLessThanOrEqual(30)
  expect(seen.filter((at) => at > seen[0]! + 300 && at < opens - 50)).toEqual([])
})

test('requestsPerMinute holds for all workers together, and a timeout says how long was spent waiting', async () => {
  const server = await startJudgeServer()
  const project = createProject({
    'vitest.config.ts': config(server.url, 'limits: { requestsPerMinute: 6 }', 'minWorkers: 2, maxWorkers: 2'),
    'a.test.ts': concurrent(5, 'a', 2_000),
    'b.test.ts': concurrent(5, 'b', 2_000),
  })
  const run = await project.run()
  expect(run.exitCode).toBe(1)
  expect(server.total).toBe(6)
  expect(run.output).toContain('6 passed')
  expect(run.output).toMatch(
    /Test timed out in 2000ms\. (1[89]\d\d|2\d{3}) ms of it were spent waiting for a turn at the judge: its calls are limited/,
  )
})

test('a budget ends the run before the call that could exceed it', async () => {
  const server = await startJudgeServer()
  server.setReply(() => ({
    answer: { rationale: 'Yes.', grade: 'perfect' },
    usage: { prompt_tokens: 900, completion_tokens: 100 },
  }))
  const project = createProject({
    'vitest.config.ts': config(server.url, 'budget: { tokens: 3_000 }, limits: { maxInFlight: 1 }'),
    'a.test.ts': concurrent(40),
  })
  const run = await project.run()
  expect(run.exitCode).toBe(1)
  expect(run.output).toMatch(/expected to stay within the budget of 3000 tokens, got \d+ tokens spent/)
  expect(run.output).toContain('raise judge({ budget: { tokens } })')
  // The third would come to 3,000, but for what it is not sure of.
  expect(server.total).toBeGreaterThanOrEqual(2)
  expect(server.total).toBeLessThanOrEqual(3)
})

test('the run has its time', async () => {
  const server = await startJudgeServer({ delayMs: 400 })
  const project = createProject({
    'vitest.config.ts': config(server.url, 'limits: { maxInFlight: 1, runTimeoutMs: 1_000 }'),
    'a.test.ts': concurrent(6),
  })
  const run = await project.run()
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain('judging took longer than the 1000 ms that this run has for it')
  expect(server.total).toBeLessThanOrEqual(3)
})

test('Ctrl-C cancels the calls in flight', async () => {
  const server = await startJudgeServer({ reply: () => ({ hang: true }) })
  const project = createProject({
    'vitest.config.ts': config(server.url, ''),
    'a.test.ts': concurrent(5),
  })
  const vitest = project.start({ args: ['run'] })
  while (server.total < 5) await new Promise((resolve) => setTimeout(resolve, 50))
  const asked = Date.now()
  vitest.process.kill('SIGINT')
  const { exitCode } = await vitest.finished
  expect(exitCode).not.toBe(0)
  // Not the 20 s that each test may take.
  expect(Date.now() - asked).toBeLessThan(8_000)
  expect(server.inFlight).toBe(0)
})
