import { expect, test } from 'vitest'
import { configWith, createProject } from '../support/project.js'

const ASSISTANT = `export async function answer(message) {
  if (/refund/i.test(message)) return 'Your refund of $25 is on its way to your card.'
  return 'Your order 12345 has been shipped and is on its way.'
}
`

/** The same, made worse by one line. */
const WORSE = ASSISTANT.replace(
  "'Your refund of $25 is on its way to your card.'",
  "'Thank you for your message, have a nice day.'",
)

const TESTS = `import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
import { answer } from './assistant.js'

const ask = defineAssistant(({ message }) => answer(message))

test('knows the order', async () => {
  const reply = await ask('I need help with my order #12345')
  await expect(reply).toHaveIntent('order_support', { examples: ['Your order has been shipped.', 'Your order is on its way.'] })
  await expect(reply).toExtractEntities({ order_id: ['12345'] })
  await expect(reply).toScoreAtLeast(4, {
    criteria: [
      { text: 'names the order', check: { mentions: '12345' } },
      { text: 'promises no date', check: { avoids: /\\btomorrow\\b/ } },
    ],
  })
  expect(reply).toRespondWithin(5_000)
})

test('pays a refund', async () => {
  const reply = await ask('I want a refund of $25')
  await expect(reply).toScoreAtLeast(2, {
    criteria: [
      { text: 'names the amount', check: { mentions: '25' } },
      { text: 'says where it goes', check: { mentions: 'card' } },
      { text: 'stays polite', check: { avoids: 'stupid' } },
    ],
  })
})
`

test('from the test file to a regression verdict in the exit code', async () => {
  const project = createProject({
    'vitest.config.ts': configWith('{ judge: localJudge() }'),
    'assistant.js': ASSISTANT,
    'support.test.js': TESTS,
  })

  const first = await project.run()
  expect(first.output).toContain('2 passed')
  expect(first.exitCode).toBe(0)
  const baseline = project.read('snapshots/support.test.js.judge.yaml')
  expect(baseline).toMatchInlineSnapshot(`
    "# Baseline of vitest-judge: the scores and replies that later runs are compared with.
    # Commit it, and review its changes like code. To accept what a run says now: vitest run -u
    version: 1
    entries:
      knows the order:
        input: "I need help with my order #12345"
        scores:
          entities:
            score: 1
            expects: b6b3088a81
            judge: local/embedded@1#c4349588e6007b37
            rationale: "Found 1 of 1: order_id \\"12345\\"."
          intent:
            score: 0.98
            expects: "60e9bc7316"
            judge: local/embedded@1#c4349588e6007b37
            rationale: "The reply fits \\"order_support\\" (likelihood 0.99): of the examples it is nearest to \\"Your order has been shipped.\\", and shares order, shipped with it."
          quality:
            score: 1
            expects: "9a60ed0113"
            judge: local/embedded@1#c4349588e6007b37
            rationale: |-
              ✓ names the order (mentions "12345")
              ✓ promises no date (is not there)
        passed: 1
        reply: |-
          Your order 12345 has been shipped and is on its way.
      pays a refund:
        input: I want a refund of $25
        scores:
          quality:
            score: 1
            expects: d1a5e7ca82
            judge: local/embedded@1#c4349588e6007b37
            rationale: |-
              ✓ names the amount (mentions "25")
              ✓ says where it goes (mentions "card")
              ✓ stays polite (is not there)
        passed: 1
        reply: |-
          Your refund of $25 is on its way to your card.
    "
  `)

  const again = await project.run({ env: { CI: 'true' } })
  expect(again.exitCode).toBe(0)
  expect(project.read('snapshots/support.test.js.judge.yaml')).toBe(baseline)

  project.write({ 'assistant.js': WORSE })
  const worse = await project.run({ env: { CI: 'true' } })
  expect(worse.exitCode).toBe(1)
  // The test itself still passes at 2 of 5 only by its polite tone: what turns the run red is the comparison.
  expect(worse.output).toContain('2 passed')
  expect(worse.output).toContain('REGRESSED')
  expect(worse.output).toContain('pays a refund')
  expect(worse.output).toContain('vitest run -u')
  expect(project.read('snapshots/support.test.js.judge.yaml')).toBe(baseline)

  const accepted = await project.run({ args: ['-u'], env: { CI: 'true' } })
  expect(accepted.exitCode).toBe(0)
  expect(project.read('snapshots/support.test.js.judge.yaml')).not.toBe(baseline)
  expect((await project.run({ env: { CI: 'true' } })).exitCode).toBe(0)
})
