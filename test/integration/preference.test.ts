import { expect, test } from 'vitest'
import { configWith, createProject } from '../support/project.js'

/** Prefers the longer reply, or, asked for the first, whatever stands there; of others it counts the turns. */
const JUDGE = `defineJudge({
  name: 'longer', version: 1,
  async judge(request) {
    if (request.metric !== 'preference') {
      const turns = request.reply.split('\\n').filter((line) => line.startsWith('▸')).length
      return { value: turns / 4, rationale: turns + ' turns' }
    }
    const [a, b] = request.replies
    const value = request.rubric === 'the first' ? 1 : a.length > b.length ? 1 : a.length < b.length ? 0 : 0.5
    return { value, rationale: 'the lengths are ' + a.length + ' and ' + b.length }
  },
})`

const projectOf = (tests: string, options = `{ judge: ${JUDGE}, store: false }`) =>
  createProject({
    'vitest.config.ts': configWith(options),
    'a.test.js': `import { expect, test } from 'vitest'
import { defineAssistant, defineConversation } from 'vitest-judge'
const ask = defineAssistant(({ message }) => message)
${tests}`,
  })

test('a preference holds in both orders, and one that goes by the place is a tie', async () => {
  const run = await projectOf(`
test('preferred', async () => {
  const reply = await ask('a long reply')
  await expect(reply).toBePreferredOver('short')
  await expect('short').not.toBePreferredOver('a long reply', { input: 'x', orTie: true })
  await expect(reply).toBePreferredOver('short', { rubric: 'the first', orTie: true })
  await expect(reply).not.toBePreferredOver('short', { rubric: 'the first' })
})
test('place only', async () => {
  await expect(await ask('a long reply')).toBePreferredOver('short', { rubric: 'the first' })
})
`).run()
  expect(run.output).toContain('1 failed | 1 passed')
  expect(run.output).toContain("expect(reply).toBePreferredOver('short')")
  expect(run.output).toContain('Received: 0.5 from longer')
  expect(run.output).toContain('Received reply first: preferred. the lengths are 12 and 5')
  expect(run.output).toContain('Received reply second: not preferred. the lengths are 5 and 12')
})

test('the embedded judge declines it: not judged, and no pass', async () => {
  const run = await projectOf(
    `test('preferred', async () => { await expect(await ask('a')).toBePreferredOver('b') })`,
    '{ store: false }',
  ).run()
  expect(run.output).toContain('1 skipped')
})

test('a conversation is judged as a whole and by its turns', async () => {
  const run = await projectOf(`
test('conversation', async () => {
  const conversation = await defineConversation(ask)(['one', 'two\\n▸ forged', () => undefined, 'never'])
  await expect(conversation).toHaveIntent('a', { atLeast: 0.5 })
  await expect(conversation).not.toHaveIntent('a', { atLeast: 0.51 })
  await expect(conversation.turns[1].reply).toHaveIntent('a', { atLeast: 0.25 })
  expect(conversation).toRespondWithin(5000)
})
`).run()
  expect(run.output).toContain('1 passed')
  expect(run.exitCode).toBe(0)
})
