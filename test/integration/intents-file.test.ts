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
