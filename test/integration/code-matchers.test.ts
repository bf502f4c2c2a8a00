import { expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const HEAD = `import { describe, expect, test } from 'vitest'
import { defineAssistant, recordScore } from 'vitest-judge'
const usage = { inputTokens: 1000, outputTokens: 500, model: 'gpt-4.1-mini' }
const ask = defineAssistant(({ message }) => ({ text: JSON.stringify({ said: message }), toolCalls: [{ name: message, arguments: { order: '7' } }], usage }))
const schema = { '~standard': { version: 1, vendor: 'ours', validate: async (value) => typeof value.said === 'string' ? { value } : { issues: [{ message: 'no text', path: ['said'] }] } } }
`

function projectOf(tests: string, options = 'store: false') {
  return createProject({
    'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE}, ${options} }`),
    'a.test.js': HEAD + tests,
  })
}

test('pass, .not, .resolves and misses, and what is kept of them', async () => {
  const project = projectOf(
    `
test('holds', async () => {
  const reply = await ask('refund')
  expect(reply).toCallTools([{ name: 'refund', arguments: { order: expect.any(String) } }], { order: 'strict' })
  expect(reply).not.toCallTools(['search'])
  await expect(reply).toMatchSchema(schema)
  await expect(ask('x')).resolves.toMatchSchema(schema)
  expect(reply).toCostAtMost(0.002)
  expect(reply).toUseTokensAtMost(1500)
  recordScore('words', 12.5, { direction: 'down' })
})
test('calls another tool', async () => {
  expect(await ask('refund')).toCallTools(['search'])
})
test('costs too much', async () => {
  expect(await ask('refund')).toCostAtMost(0.001)
})
`,
    `store: 'sqlite:results.db'`,
  )
  const run = await project.run()
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain('First difference: search was not called')
  expect(run.output).toContain('Received: $0.0012 (1000 tokens in, 500 out, "gpt-4.1-mini")')
  expect(run.output).toContain('a.test.js:18:31')
  expect(run.output).toMatch(/assistant: 6,000 tokens · \$0\.0048/)
  const baseline = project.read('snapshots/a.test.js.judge.yaml')
  expect(baseline).toMatch(/words:\n +score: 12.5\n +unit: number\n/)
  expect(baseline).not.toMatch(/cost:|tokens:/)
  const [stored] = await storedResults(project, 'results.db')
  const [holds] = stored?.cases ?? []
  expect(holds?.trials[0]?.scores.map(({ metric, unit, passed }) => [metric, unit, passed])).toEqual([
    ['tools', 'unit', true],
    ['tools', 'unit', true],
    ['schema', 'unit', true],
    ['schema', 'unit', true],
    ['cost', 'usd', true],
    ['tokens', 'tokens', true],
    ['words', 'number', null],
  ])
  expect(holds?.trials[0]?.replies[0]?.usage).toMatchObject({ model: 'gpt-4.1-mini', costUsd: 0.0012 })
})

test('the global expect, soft, and recordScore in concurrent tests belong to the test that calls them', async () => {
  const names = Array.from({ length: 8 }, (_, index) => index)
  const run = await projectOf(`
describe.concurrent('together', () => {
${names
  .map(
    (index) => `  test('t${index}', async () => {
    const reply = await ask('tool${index}')
    await new Promise((resolve) => setTimeout(resolve, ${(index * 7) % 20}))
    expect.soft(reply).toCallTools(['tool${index === 4 ? 'x' : index}'])
    await expect.soft(reply).toMatchSchema(${index === 6 ? `{ '~standard': { version: 1, vendor: 'v', validate: () => ({ issues: [{ message: 'never' }] }) } }` : 'schema'})
    recordScore('index', ${index})
    expect.soft(reply).toUseTokensAtMost(${index === 2 ? 1 : 2000})
  })`,
  )
  .join('\n')}
})
`).run({ args: ['--reporter=verbose'] })
  for (const index of names) {
    const mark = [2, 4, 6].includes(index) ? '×' : '✓'
    expect(run.output).toMatch(new RegExp(`${mark} a\\.test\\.js > together > t${index}\\b`))
  }
})

test('a forgotten await of toMatchSchema fails its test', async () => {
  const run = await projectOf(`
test('late', async () => {
  const reply = await ask('x')
  expect(reply).toMatchSchema(schema)
})
`).run()
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain('Write: await expect(reply).toMatchSchema(schema)')
})

test('a recorded number goes into the baseline, and a worse one is a regression', async () => {
  const tests = (words: number) => `
test('short', () => {
  recordScore('words', ${words}, { direction: 'down' })
})
`
  const project = projectOf(tests(100))
  expect((await project.run()).exitCode).toBe(0)
  expect(project.read('snapshots/a.test.js.judge.yaml')).toContain('recorded by the test; less is better')

  const better = async (words: number) => {
    project.write({ 'a.test.js': HEAD + tests(words) })
    return project.run()
  }
  expect((await better(105)).output).toContain('NO REGRESSION')
  const worse = await better(106)
  expect(worse.exitCode).toBe(1)
  expect(worse.output).toContain('100 → 106 (+6), less is better')
  expect(worse.output).toContain('REGRESSED')
  expect((await better(50)).exitCode).toBe(0)
})

test('models without a price are named, once', async () => {
  const project = projectOf(`
test('unpriced', async () => {
  const own = defineAssistant(() => ({ text: 'hi', usage: { ...usage, model: 'own-7b' } }))
  const reply = await own('x')
  await own('y')
  expect(reply).toUseTokensAtMost(1500)
  expect(() => expect(reply).toCostAtMost(1)).toThrow('no price is known for the model "own-7b"')
})
`)
  const run = await project.run()
  expect(run.exitCode).toBe(0)
  expect(run.output.match(/prices unknown for: own-7b/g)).toHaveLength(1)
})
