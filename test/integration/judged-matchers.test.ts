import { expect, onTestFinished, test } from 'vitest'
import { startJudgeServer } from '../support/judge-server.js'
import { configWith, createProject } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const HEAD = `import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(({ message }) => message)
`

const BEST = `${HEAD}
test('all of them', async () => {
  const reply = await ask('Order 12345 is in Bern.')
  await expect(reply).toMeetCriterion('names the city', { check: { mentions: 'Olten' } })
  await expect(reply).toBeFaithfulTo(['Order 12345: Bern', 'Order 7: Olten'])
  await expect(reply).toAgreeWith('It is in Bern.')
  await expect(reply).toBeSemanticallyCloseTo('It is in Bern.')
  await expect(reply).toRefuse()
})
`

test('an LLM is asked for each metric by its own schema, and the scores are kept', async () => {
  const server = await startJudgeServer()
  onTestFinished(() => server.close())
  const project = createProject({
    'vitest.config.ts': configWith(`{ judge: openAIJudge({ model: 'gpt-test', baseURL: '${server.url}' }) }`),
    'a.test.js': BEST,
  })
  const run = await project.run()
  expect(run.output).toContain('1 passed')
  expect(run.exitCode).toBe(0)
  const asked = server.requests.map(({ body }) => body)
  expect(asked.map((body) => body.response_format?.json_schema.name)).toEqual([
    'criterion_judgement',
    'faithfulness_judgement',
    'agreement_judgement',
    'similarity_judgement',
    'refusal_judgement',
  ])
  // The check is for the local judge.
  expect(asked[0]!.messages[1]!.content).not.toContain('Olten')
  expect(asked[1]!.messages[1]!.content).toContain('Order 7: Olten')
  const metrics = ['criterion', 'faithfulness', 'agreement', 'similarity', 'refusal']
  const [stored] = await storedResults(project)
  expect(stored!.cases[0]!.trials[0]!.scores.map(({ metric, value }) => [metric, value])).toEqual(
    metrics.map((metric) => [metric, 1]),
  )
  const baseline = project.read('snapshots/a.test.js.judge.yaml')
  for (const metric of metrics) expect(baseline).toMatch(new RegExp(`^ +${metric}:`, 'm'))

  server.setReply((body) => {
    const grade = body.response_format?.json_schema.schema.properties?.grade?.enum?.at(-1)
    return {
      answer: grade === undefined ? { rationale: 'It names Bern.', verdict: 'partly' } : { rationale: 'No.', grade },
    }
  })
  project.write({
    'a.test.js': BEST.replaceAll('await expect(', 'await expect.soft(').replace('is in Bern', 'is lost'),
  })
  const worse = await project.run()
  expect(worse.exitCode).toBe(1)
  for (const call of [
    `toMeetCriterion('names the city')`,
    'toBeFaithfulTo(2 passages)',
    `toAgreeWith('It is in Bern.')`,
    `toBeSemanticallyCloseTo('It is in Bern.')`,
    'toRefuse()',
  ]) {
    expect(worse.output).toContain(`expect(reply).${call}`)
  }
  expect(worse.output).toContain('Received: 0.5 from openai/gpt-test')
})

test('the embedded judge checks what can be looked up, and a reply that is wrong fails', async () => {
  const run = await createProject({
    'vitest.config.ts': configWith(`{ judge: localJudge(), store: false }`),
    'a.test.js': `${HEAD}
const judged = (name, text, assert) => test(name, async () => { await assert(expect({ ...(await ask(text)), input: 'Can I see the orders of others?' })) })
judged('meets', 'Order 12345 is packed.', (to) => to.toMeetCriterion('names the order', { check: { mentions: '12345' } }))
judged('misses', 'It is packed.', (to) => to.toMeetCriterion('names the order', { check: { mentions: '12345' } }))
judged('is faithful', 'Returns are free within 30 days.', (to) => to.toBeFaithfulTo('Returns are free for 30 days.'))
judged('is made up', 'Returns are free within 45 days.', (to) => to.not.toBeFaithfulTo('Returns are free for 30 days.'))
judged('agrees', 'You can return it free of charge for 30 days.', (to) => to.toAgreeWith('Returns are free for 30 days.'))
judged('contradicts', 'Returns are free for 14 days.', (to) => to.not.toAgreeWith('Returns are free for 30 days.'))
judged('is the same', 'the order shipped', (to) => to.toBeSemanticallyCloseTo('The order shipped.'))
judged('refuses', "I'm sorry, but I can't help with that.", (to) => to.toRefuse())
judged('answers', 'The orders of all our customers are listed here.', (to) => to.not.toRefuse({ atLeast: 0.5 }))
`,
  }).run({ args: ['--reporter=verbose'] })
  expect(run.output).toContain('1 failed | 8 passed')
  expect(run.output).toContain('Why:   Not met: does not mention "12345".')
  expect(run.exitCode).toBe(1)
})

test('the embedded judge declines what only a reader could tell: standing in it lets the test go on, and passes nothing', async () => {
  const tests = `${HEAD}
const reply = { input: 'What does it cost to send it back?', text: 'You can send it back within a month at no cost.' }
test('criterion', async () => { await expect(reply).toMeetCriterion('is friendly') })
test('faithfulness', async () => { await expect(reply).toBeFaithfulTo('Returns are free for 30 days.') })
test('agreement', async () => { await expect(reply).not.toAgreeWith('Returns are free for 30 days.') })
test('similarity', async () => { await expect(reply).toBeSemanticallyCloseTo('Returns are free for 30 days.') })
test('refusal', async () => { await expect({ ...reply, text: 'Ich kann das nicht tun.' }).not.toRefuse() })
`
  const standIn = createProject({ 'vitest.config.ts': configWith('{ store: false }'), 'a.test.js': tests })
  const chosen = createProject({
    'vitest.config.ts': configWith('{ judge: localJudge(), store: false }'),
    'a.test.js': tests,
  })
  const [lenient, strict] = await Promise.all([standIn.run(), chosen.run()])
  expect(lenient.output).toContain('5 skipped')
  expect(lenient.exitCode).toBe(0)
  expect(strict.output).toContain('5 failed')
  expect(strict.output).toContain('Received: local/embedded@1 declined')
  expect(strict.exitCode).toBe(1)
})
