import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { docExamples } from '../support/doc-example.js'
import { startJudgeServer, type CompletionRequest } from '../support/judge-server.js'
import { createProject } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const HEAD = `import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(({ message }) => 'You said: ' + message)
`

test('the judge that docs/judges.md defines judges, declines, and fails what it finds bad', async () => {
  const [example] = docExamples('docs/judges.md', 'Your own')
  const project = createProject({
    'vitest.config.ts': `import { defineConfig } from 'vitest/config'
import { judge } from 'vitest-judge/plugin'
${example}
async function classify(reply: string) {
  return { score: reply.includes('please') ? 1 : 0, why: 'the word "please"' }
}
export default defineConfig({ plugins: [judge({ judge: tone })] })
`,
    'a.test.js': `${HEAD}
test('polite', async () => {
  await expect(await ask('please')).toScoreAtLeast(4, { rubric: 'Is it polite?' })
})
test('rude', async () => {
  await expect(await ask('now')).toScoreAtLeast(4, { rubric: 'Is it polite?' })
})
test('another metric', async () => {
  await expect(await ask('please')).toHaveIntent('greeting')
})
`,
  })
  const { exitCode, output } = await project.run()
  expect(exitCode).toBe(1)
  expect(output).toContain('2 failed | 1 passed')
  expect(output).toContain('acme/tone judges quality only')
  const [run] = await storedResults(project)
  const values = run!.cases.map(({ name, metrics }) => [name, metrics[0]!.mean])
  expect(Object.fromEntries(values)).toEqual({ polite: 1, rude: 0, 'another metric': null })
})

test('the encoder of docs/judges.md asks its server in the main process, and goes into a judge', async () => {
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { input } = body as { input: string[] }
      response.end(JSON.stringify({ data: input.map((text) => ({ embedding: [text.length / 10, 1] })) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const [example = ''] = docExamples('docs/judges.md', 'Your own encoder')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(example).toContain('http://localhost:11434')
  const project = createProject({
    'vitest.config.ts': `import { defineConfig } from 'vitest/config'
import { defineJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
${example.replace('http://localhost:11434', address)}
const length = defineJudge({
  name: 'length', version: 1,
  judge: async ({ reply }) => ({ value: (await embed([reply]))[0]![0]!, rationale: 'its length' }),
})
export default defineConfig({ plugins: [judge({ judge: local, judges: { length } })] })
`,
    'a.test.js': `${HEAD}
test('by words', async () => {
  await expect(await ask('Order 12345.')).toExtractEntities({ id: '12345' })
})
test('by the encoder', async () => {
  await expect('12345').toScoreAtLeast(0.5, { input: 'hi', rubric: 'x', scale: 'unit', judge: 'length' })
})
`,
  })
  const { exitCode, output } = await project.run()
  expect(output).toContain('2 passed')
  expect(exitCode).toBe(0)
})

test('a model of the AI SDK judges through the package, and its retries are those of the run', async () => {
  const server = await startJudgeServer({
    reply: ({ model }: CompletionRequest) =>
      model === 'broken'
        ? { status: 503, headers: { 'retry-after-ms': '1' }, json: { error: { message: 'busy' } } }
        : undefined,
  })
  onTestFinished(() => server.close())
  const project = createProject({
    'vitest.config.ts': `import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { defineConfig } from 'vitest/config'
import { aiSdkJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
const acme = createOpenAICompatible({ name: 'acme', baseURL: '${server.url}', apiKey: 'k', supportsStructuredOutputs: true })
export default defineConfig({
  plugins: [judge({ judge: aiSdkJudge(acme('large')), judges: { broken: aiSdkJudge(acme('broken'), { maxRetries: 1 }) } })],
})
`,
    'a.test.js': `${HEAD}
test('judged', async () => {
  await expect(await ask('hello')).toHaveIntent('greeting')
})
test('not judged', async () => {
  await expect(await ask('hello')).toHaveIntent('greeting', { judge: 'broken' })
})
`,
  })
  const { exitCode, output } = await project.run()
  expect(exitCode).toBe(1)
  expect(output).toContain('1 failed | 1 passed')
  expect(output.replaceAll(/\s+/g, ' ')).toContain(
    'judge acme/broken: expected an answer from acme.chat, got 503 busy: run again later, or raise maxRetries (asked 2 times)',
  )
  expect(server.requests.map(({ body }) => body.model).sort()).toEqual(['broken', 'broken', 'large'])
  expect(project.read('snapshots/a.test.js.judge.yaml')).toMatch(/judge: acme\/large#\w+/)
})
