import { expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE } from '../support/project.js'

const HEAD = `import { describe, expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(({ message }) => message)
`

function projectOf(tests: string, options = `{ judge: ${MARKER_JUDGE}, store: false }`) {
  return createProject({ 'vitest.config.ts': configWith(options), 'a.test.js': HEAD + tests })
}

test('pass, .not, .resolves, bare strings and custom thresholds', async () => {
  const project = projectOf(`
test('positive', async () => {
  const reply = await ask('good [0.9]')
  await expect(reply).toHaveIntent('greeting')
  await expect(reply).toExtractEntities({ a: 1 }, { atLeast: 0.9 })
  await expect(reply).toScoreAtLeast(4.5)
  await expect(reply).toScoreAtLeast(0.9, { scale: 'unit' })
  expect(reply).toRespondWithin(5000)
})
test('negative', async () => {
  const reply = await ask('bad [0.1]')
  await expect(reply).not.toHaveIntent('greeting')
  await expect(reply).not.toExtractEntities({ a: 1 })
  await expect(reply).not.toScoreAtLeast(3)
  expect(reply).not.toRespondWithin(0.0000001)
})
test('resolves', async () => {
  await expect(ask('good [0.9]')).resolves.toHaveIntent('greeting')
  await expect(ask('bad [0.1]')).resolves.not.toHaveIntent('greeting')
})
test('bare string', async () => {
  await expect('fine [0.8]').toHaveIntent('greeting', { input: 'hello' })
})
test('all at once', async () => {
  const reply = await ask('good [0.9]')
  await Promise.all([expect(reply).toHaveIntent('a'), expect(reply).toHaveIntent('b')])
})
test('what the assistant returned is compared in code', async () => {
  const own = defineAssistant(() => ({ text: 'bad [0.1]', intent: 'OrderSupport', entities: { id: '7' } }))
  const reply = await own('x')
  await expect(reply).toHaveIntent('order_support')
  await expect(reply).not.toHaveIntent('refund')
  await expect(reply).toExtractEntities({ id: ['7'] })
})
`)
  const run = await project.run()
  expect(run.output).toContain('6 passed')
  expect(run.exitCode).toBe(0)
})

test('a miss says what was expected, what came, why and what next', async () => {
  const run = await projectOf(`
test('misses', async () => {
  const reply = await ask('no idea [0.3]')
  await expect(reply).toHaveIntent('order_support')
})
`).run()
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain(`expect(reply).toHaveIntent('order_support')`)
  expect(run.output).toContain('Expected: a score of at least 0.8')
  expect(run.output).toContain('Received: 0.3 from marker')
  expect(run.output).toContain('Reply: no idea [0.3]')
  expect(run.output).toContain('Why:   the reply says 0.3')
  expect(run.output).toContain('a.test.js:7:23')
})

test('the global expect in concurrent tests belongs to the test that calls it', async () => {
  const names = Array.from({ length: 10 }, (_, index) => index)
  const run = await projectOf(`
describe.concurrent('together', () => {
${names
  .map(
    (index) => `  test('t${index}', async () => {
    const reply = await ask('n${index} [${index % 2 === 0 ? 0.9 : 0.2}]')
    await new Promise((resolve) => setTimeout(resolve, ${(index * 7) % 20}))
    expect.soft(reply.text).toContain('${index === 4 ? 'never' : `n${index}`}')
    await expect.soft(reply).toHaveIntent('greeting')
    expect(reply.text).toBe(reply.input)
  })`,
  )
  .join('\n')}
})
`).run({ args: ['--reporter=verbose'] })
  for (const index of names) {
    const mark = index % 2 === 1 || index === 4 ? '×' : '✓'
    expect(run.output).toMatch(new RegExp(`${mark} a\\.test\\.js > together > t${index}\\b`))
  }
})

test('a forgotten await fails its test and names the line', async () => {
  const run = await projectOf(`
test('late', async () => {
  const reply = await ask('good [0.9]')
  expect(reply).toHaveIntent('greeting')
})
test('late and wrong', async () => {
  const reply = await ask('bad [0.1]')
  expect(reply).toHaveIntent('greeting')
  await new Promise((resolve) => setTimeout(resolve, 200))
})
test('late and soft', async () => {
  const reply = await ask('bad [0.1]')
  expect.soft(reply).toHaveIntent('greeting')
})
test('judged nothing late', async () => {
  const reply = await ask('good [0.9]')
  await expect(reply).toHaveIntent('greeting')
})
test('returned', () => ask('good [0.9]').then((reply) => expect(reply).toHaveIntent('greeting')))
`).run({ args: ['--reporter=verbose'] })
  expect(run.exitCode).toBe(1)
  expect(run.output).toMatch(/× .* late\b/)
  expect(run.output).toMatch(/× .* late and wrong/)
  expect(run.output).toMatch(/× .* late and soft/)
  expect(run.output).toMatch(/✓ .* judged nothing late/)
  expect(run.output).toMatch(/✓ .* returned/)
  expect(run.output).toContain("Write: await expect(reply).toHaveIntent('greeting')")
  expect(run.output).toContain('a.test.js:7:17')
  expect(run.output).toContain('a.test.js:11:17')
  expect(run.output).not.toContain('Unhandled')
})

test('misuse and invalid input throw a TypeError with the remedy, under .not too', async () => {
  const cases: [string, string][] = [
    [`expect({ reply }).toEqual({ reply: expect.toHaveIntent('x') })`, 'cannot stand inside another value'],
    [`await expect.poll(() => reply, { timeout: 100 }).toHaveIntent('x')`, 'ask the judge again at every poll'],
    [`await expect('').not.toHaveIntent('x', { input: 'a' })`, 'the reply is empty'],
    [`await expect({ ...reply, text: '  ' }).not.toScoreAtLeast(3)`, 'the reply is empty'],
    [`await expect(reply).not.toHaveIntent('x', { atleast: 0.5 })`, 'unknown option "atleast"; known are'],
    [`await expect(reply).not.toHaveIntent('x', { atLeast: NaN })`, 'as a finite number, got NaN'],
    [`await expect(reply).not.toScoreAtLeast(NaN)`, 'expected a score from 1 to 5, got NaN'],
    [`await expect(reply).not.toScoreAtLeast(0.8)`, "write { scale: 'unit' }"],
    [`await expect(reply).not.toScoreAtLeast('4')`, 'expected a score from 1 to 5, got "4"'],
    [
      `await expect(reply).not.toScoreAtLeast(4, { criteria: [{ text: 'x', check: { mention: 'y' } }] })`,
      '"criteria" as a non-empty list',
    ],
    [`await expect(42).not.toHaveIntent('x')`, 'expected a reply'],
    [`await expect(undefined).not.toHaveIntent('x')`, 'got undefined'],
    [`await expect(ask('x')).not.toHaveIntent('x')`, 'got a promise of one'],
    [`await expect('text').not.toHaveIntent('x')`, 'needs the message that it answers'],
    [`await expect(reply).not.toHaveIntent(7)`, "expected the intent as a label such as 'order_support', got 7"],
    [`await expect(reply).not.toExtractEntities({})`, 'expected the entities by name'],
    [`await expect(reply).not.toExtractEntities({ f() {} })`, 'must be plain data'],
    [`expect(reply).not.toRespondWithin(NaN)`, 'above 0, got NaN'],
    [`expect('text').not.toRespondWithin(5)`, 'a bare string has no duration'],
    [`await expect(reply).not.toHaveIntent('x', { judge: 'strict' })`, 'no judge is named "strict"'],
    [`await expect(Promise.reject(new Error('x'))).rejects.not.toHaveIntent('x')`, 'judges an error'],
  ]
  const tests = cases.map(
    ([code, message], index) => `test('c${index}', async () => {
  const reply = await ask('fine [0.9]')
  let caught
  try { ${code} } catch (error) { caught = error }
  expect(String(caught?.message)).toContain(${JSON.stringify(message)})
  ${code.includes("'strict'") ? '' : "expect(caught.name).toBe('TypeError')"}
})`,
  )
  const run = await projectOf(tests.join('\n')).run()
  expect(run.output).toContain(`${cases.length} passed`)
})

test('a judge that the user chose and that declines fails the assertion, under .not too', async () => {
  const run = await projectOf(`
test('asks', async () => {
  await expect(await ask('hm [declined]')).toHaveIntent('x')
})
test('asks not', async () => {
  await expect(await ask('hm [declined]')).not.toHaveIntent('x')
})
test('is judged', async () => {
  await expect(await ask('good [0.9]')).toHaveIntent('x')
})
`).run()
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain('2 failed | 1 passed')
  expect(run.output).toContain('marker declined')
  expect(run.output).toContain('write a number')
})

test('an outage of the judge is an error, never a pass', async () => {
  const project = projectOf(`
test('asks', async () => {
  await expect(await ask('hm [outage]')).toHaveIntent('x')
})
test('asks not', async () => {
  await expect(await ask('hm [outage]')).not.toHaveIntent('x')
})
`)
  const run = await project.run()
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain('2 failed')
  expect(run.output).toContain('the marker judge is down')
  expect(project.has('snapshots')).toBe(false)
})

test('a stand-in that declines skips the test with its reason, and requireJudged decides', async () => {
  const tests = `
test('prose cannot be judged here', async () => {
  const reply = await ask('Your order is on its way.')
  await expect(reply).toScoreAtLeast(3, { rubric: 'Is it polite?' })
})
test('fails for another reason', async () => {
  const reply = await ask('Your order is on its way.')
  await expect(reply).not.toScoreAtLeast(3, { rubric: 'Is it polite?' })
  expect(1).toBe(2)
})
test('is judged', async () => {
  await expect(await ask('Your order 7 is on its way.')).toExtractEntities({ order: '7' })
})
`
  const project = projectOf(tests, '{ store: false }')
  const run = await project.run({ args: ['-t', 'judged'] })
  expect(run.output).toContain('1 passed | 2 skipped')
  expect(run.output).toContain('stands in for the chosen judge: none is chosen')
  expect(run.exitCode).toBe(0)
  const ci = await project.run({ args: ['-t', 'judged'], env: { CI: 'true' } })
  expect(ci.exitCode).toBe(1)
  expect(ci.output).toMatch(/not judged/)
  const all = await project.run()
  expect(all.output).toContain('1 failed | 1 passed | 1 skipped')
})
