/** The message of the case with this index. Every case asks something else, so that no two judgements are the same. */
export const messageOf = (index) => `I need help with my order #${10_000 + index}, which has not arrived.`

/** What the assistant of the benchmark answers. Source text, since both sides run it in their workers. */
export const ASSISTANT = `const answer = (message) =>
  'Let me look into that order for you. It was handed to the carrier yesterday, and you can follow the parcel with the link ' +
  'in our message. Should it not be there by the end of the week, write to us again and we send another one. You wrote: ' + message
`

/** Config of the plain side. */
export function plainConfig({ concurrency }) {
  return `import { defineConfig } from 'vitest/config'
export default defineConfig({ test: { maxConcurrency: ${concurrency} } })
`
}

/** Config of our side: everything on that is on by default. */
export function judgeConfig({ concurrency, maxInFlight, baseURL }) {
  return `import { defineConfig } from 'vitest/config'
import { openAIJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'

export default defineConfig({
  plugins: [
    judge({
      judge: openAIJudge({ model: 'bench', baseURL: '${baseURL}', apiKey: 'bench' }),
      limits: { maxInFlight: ${maxInFlight} },
    }),
  ],
  test: { maxConcurrency: ${concurrency} },
})
`
}

/**
 * Concurrent tests that ask the judge themselves, as one would without us: write the prompt, fetch, parse, hold against the threshold.
 *
 * @param request what our judge would send, with `{input}` and `{reply}` where those go
 */
export function plainFile({ from, count, baseURL, request }) {
  return `import { expect, test } from 'vitest'

const request = ${JSON.stringify(request)}
const grades = { perfect: 1, good: 0.8, partial: 0.6, poor: 0.4, missed: 0 }
const message = ${messageOf.toString()}
${ASSISTANT}
for (let index = ${from}; index < ${from + count}; index++) {
  test.concurrent('case ' + index, async () => {
    const input = message(index)
    const reply = await answer(input)
    const [system, user] = request.messages
    const content = user.content.replace('{input}', input).replace('{reply}', reply)
    const response = await fetch('${baseURL}/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
      body: JSON.stringify({ ...request, messages: [system, { ...user, content }] }),
    })
    const { choices } = await response.json()
    expect(grades[JSON.parse(choices[0].message.content).grade]).toBeGreaterThanOrEqual(0.8)
  })
}
`
}

/** The same tests with the matcher. */
export function judgeFile({ from, count }) {
  return `import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'

const message = ${messageOf.toString()}
${ASSISTANT}
const ask = defineAssistant(({ message }) => answer(message))
for (let index = ${from}; index < ${from + count}; index++) {
  test.concurrent('case ' + index, async () => {
    const reply = await ask(message(index))
    await expect(reply).toHaveIntent('order_support')
  })
}
`
}

/** The same cases as a dataset. */
export function datasetFiles({ count }) {
  const rows = Array.from({ length: count }, (_, index) =>
    JSON.stringify({ id: `case-${index}`, input: messageOf(index), intent: 'order_support' }),
  )
  return {
    'cases.jsonl': rows.join('\n') + '\n',
    'cases.test.ts': `import { defineAssistant, describeCases, loadCases } from 'vitest-judge'

${ASSISTANT}
describeCases('support', loadCases('cases.jsonl'), { assistant: defineAssistant(({ message }) => answer(message)) })
`,
  }
}
