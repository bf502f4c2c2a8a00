import { expect, test } from 'vitest'
import { configWith, createProject } from '../support/project.js'

const TEST = `import { expect, test } from 'vitest'
test('greets', async () => {
  await expect('Good morning!').toHaveIntent('greeting', { input: 'Hi' })
})
`

/** Passes what it is given an example of. */
const judgeByExamples = `judge: defineJudge({
  name: 'acme/examples', version: 1,
  judge: ({ reply, examples = [] }) => ({ value: examples.includes(reply) ? 1 : 0, rationale: examples.join() || 'nothing is known' }),
}), `

test('a YAML file says what is known of intents, and a broken one where it is broken', async () => {
  const project = createProject({
    'vitest.config.js': configWith(`{ ${judgeByExamples} intents: 'fixtures/intents.yaml' }`),
    'fixtures/intents.yaml': 'greeting:\n  examples: [Good morning!]\n',
    'a.test.js': TEST,
  })
  expect((await project.run()).output).toContain('1 passed')

  project.write({ 'fixtures/intents.yaml': 'greeting:\n  examples: [Hello!]\n' })
  const changed = await project.run()
  expect(changed.exitCode).toBe(1)
  expect(changed.output).toContain('Hello!')

  project.write({ 'fixtures/intents.yaml': 'greeting:\n  examples: [Hello!\n' })
  const broken = await project.run()
  expect(broken.exitCode).toBe(1)
  expect(broken.output).toMatch(/fixtures\/intents\.yaml:\d+: expected YAML/)
})

test('in watch mode it is read again for every run, and while it is broken what it said before holds on', async () => {
  const project = createProject({
    'vitest.config.js': configWith(`{ ${judgeByExamples} intents: 'intents.yaml' }`),
    'intents.yaml': 'greeting: { examples: [Hello!] }\n',
    'a.test.js': TEST,
  })
  const watching = project.start({ args: ['--watch'] })
  const rerun = async (intents: string, comment: string, expected: string) => {
    project.write({ 'intents.yaml': intents, 'a.test.js': `${TEST}// ${comment}\n` })
    await watching.waitFor(new RegExp(`RERUN[^]*${expected}[^]*(?:Waiting|Watching) for file changes`))
  }
  await watching.waitFor(/Hello![^]*(?:Waiting|Watching) for file changes/)
  await rerun('greeting: { examples: [Hi there!] }\n', 'once', 'Hi there!')
  await rerun('greeting: {\n', 'twice', 'intents\\.yaml:\\d+: expected YAML[^]*Hi there!')
  watching.process.kill('SIGTERM')
  await watching.finished
})
