import { expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE } from '../support/project.js'
import { runWithResults } from '../support/run-with-results.js'

const HEAD = `import { afterEach, aroundEach, beforeEach, describe, expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(({ message }) => message)
`
const OPTIONS = `{ judge: ${MARKER_JUDGE}, store: false }`

test("a test runner of the user's own is extended, whichever way it is written", async () => {
  const project = createProject({
    'vitest.config.ts': configWith(OPTIONS, "runner: './runner.mjs'"),
    'runner.mjs': `import { TestRunner } from 'vitest'
export default class extends TestRunner {
  onBeforeTryTask(test, options) {
    console.log('user before', test.name)
    return super.onBeforeTryTask(test, options)
  }
  onAfterRetryTask = async (test) => console.log('user after', test.name)
}
`,
    'a.test.js': `${HEAD}
test('good', async () => { await expect(await ask('[0.9]')).toHaveIntent('greeting') })
test('forgotten', async () => { expect(await ask('[0.9]')).toHaveIntent('greeting') })
`,
  })
  const { tests, output } = await runWithResults(project)
  expect(tests.good).toMatchObject({
    status: 'passed',
    record: { trials: [{ passed: true, scores: [{ value: 0.9 }] }] },
  })
  expect(tests.forgotten?.failure).toContain('was not awaited')
  for (const line of ['user before good', 'user after good', 'user after forgotten']) expect(output).toContain(line)
})

test("what is asked and asserted in the user's hooks belongs to the test, in concurrent tests too", async () => {
  const project = createProject({
    'vitest.config.ts': configWith(OPTIONS),
    'a.test.js': `${HEAD}
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
let asked = new WeakMap()
beforeEach(async ({ task }) => {
  await pause(task.name.length)
  asked.set(task, await ask(task.name + ' [0.9]'))
})
aroundEach(async (run) => {
  await run()
  await pause(1)
})
afterEach(async ({ task }) => {
  await pause(10 - task.name.length)
  await expect(asked.get(task)).toHaveIntent('after ' + task.name)
})
describe('together', { concurrent: true }, () => {
  for (const name of ['a', 'bbb', 'ccccc']) test(name, async ({ task }) => {
    await expect(asked.get(task)).toHaveIntent('in ' + name)
  })
})
`,
  })
  const { tests, exitCode } = await runWithResults(project)
  expect(exitCode).toBe(0)
  for (const name of ['a', 'bbb', 'ccccc']) {
    const [trial] = tests[`together > ${name}`]!.record!.trials
    expect(trial!.replies.map(({ text }) => text)).toEqual([`${name} [0.9]`])
    expect(trial!.scores.map(({ expectation }) => expectation)).toEqual([
      { intent: `in ${name}` },
      { intent: `after ${name}` },
    ])
  }
})

test("a test that was not judged ends as skipped inside the user's aroundEach", async () => {
  const project = createProject({
    'vitest.config.ts': configWith('{ store: false }'),
    'a.test.js': `${HEAD}
aroundEach(async (run) => { await run() })
test('no ground', async () => { await expect(await ask('yes')).toScoreAtLeast(4, { rubric: 'is kind' }) })
test('wrong besides', async () => {
  await expect(await ask('yes')).toScoreAtLeast(4, { rubric: 'is kind' })
  expect(1).toBe(2)
})
`,
  })
  const { states, tests } = await runWithResults(project)
  expect(states).toEqual(['no ground: skipped', 'wrong besides: failed'])
  expect(tests['no ground']?.record?.trials).toMatchObject([{ passed: null }])
})

test('of concurrent tests each is told of when it ends, and not when the last one does', async () => {
  const project = createProject({
    'vitest.config.ts': configWith(OPTIONS, "maxConcurrency: 1, reporters: ['default', './told.mjs']"),
    'told.mjs': `export default class { onTestCaseResult(test) { console.log('told of ' + test.name) } }`,
    'a.test.js': `${HEAD}
for (let index = 0; index < 6; index++) test.concurrent('t' + index, async () => {
  console.log('start of t' + index)
  await new Promise((resolve) => setTimeout(resolve, 150))
  await expect(await ask('[0.9]')).toHaveIntent('greeting')
})
`,
  })
  const { output, exitCode } = await project.run()
  expect(exitCode).toBe(0)
  expect(output.indexOf('told of t0')).toBeGreaterThan(-1)
  expect(output.indexOf('told of t0')).toBeLessThan(output.indexOf('start of t5'))
})
