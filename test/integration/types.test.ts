import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProject, type Project } from '../support/project.js'

const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')

const TESTS = `import { describe, expect, test } from 'vitest'
import {
  defineAssistant,
  defineConversation,
  describeCases,
  loadCases,
  recordScore,
  type Acceptance,
  type Assistant,
  type Conversation,
  type Criterion,
  type EvaluationCase,
  type EvaluationCaseInput,
  type PassRule,
  type Reply,
} from 'vitest-judge'
import { matchers, type StandardSchema } from 'vitest-judge/matchers'

const plain: Assistant = defineAssistant(({ message, history, context, signal }) => {
  const turns: string[] = history.map(({ role, content }) => role + ': ' + content)
  const known: Record<string, unknown> = context
  const isAborted: boolean | undefined = signal?.aborted
  return [message, ...turns, String(known), String(isAborted)].join()
})
const rich = defineAssistant(async ({ message }) => ({
  text: message,
  intent: 'order_support',
  entities: { order_id: ['12345'] },
  toolCalls: [{ name: 'find_order', arguments: { id: '12345' } }],
  usage: { inputTokens: 10, outputTokens: 2, costUsd: 0.001, model: 'gpt-4.1-mini' },
}))
const streaming = defineAssistant(async function* ({ message }) {
  yield 'You said: '
  yield { text: message, intent: 'echo' }
})
// @ts-expect-error an answer needs its text
defineAssistant(() => ({ intent: 'order_support' }))
// @ts-expect-error an answer is no number
defineAssistant(async () => 42)
// @ts-expect-error a chunk is a text or a part of an answer
defineAssistant(async function* () { yield 42 })
// @ts-expect-error a message is text
void plain(42)
// @ts-expect-error a role that there is not
void plain('hi', { history: [{ role: 'robot', content: 'beep' }] })

const tone: Criterion = { text: 'stays polite', weight: 2, check: { avoids: [/stupid/i, 'idiot'] } }

test('positive', async () => {
  const reply: Reply = await plain('hi', { history: [{ role: 'user', content: 'hello' }], context: { user: 7 } })
  const text: string = reply.text
  const ms: number | undefined = reply.durationMs
  const first: number | undefined = (await streaming('hi')).firstTokenMs
  void [text, ms, first, rich]
  await expect(reply).toHaveIntent('order_support')
  await expect(reply).not.toHaveIntent('refund', { atLeast: 0.9, description: 'x', examples: ['y'], alternatives: ['z'] })
  await expect.soft(reply).toExtractEntities({ order_id: ['12345'], amount: 25 }, { exact: true, id: 'order' })
  await expect(reply).toScoreAtLeast(4, { criteria: [tone, { text: 'is short', check: { maxWords: 80 } }] })
  await expect(reply).toScoreAtLeast(0.8, { scale: 'unit', rubric: 'Is it polite?', reference: 'Hello!', judge: 'strict' })
  await expect(reply).toMeetCriterion('names the order', { check: { mentions: '12345' }, context: 'x', atLeast: 0.5 })
  await expect(reply).toBeFaithfulTo('Order 12345: Bern')
  await expect(reply).toBeFaithfulTo(['Order 12345: Bern', 'Order 7: Olten'], { atLeast: 1, id: 'orders' })
  await expect(reply).toAgreeWith('It is in Bern.', { judge: 'strict' })
  await expect(reply).toBeSemanticallyCloseTo('It is in Bern.', { atLeast: 0.8 })
  await expect(reply).not.toRefuse({ atLeast: 0.5 })
  await expect('a bare string').toHaveIntent('greeting', { input: 'hi' })
  await expect(plain('hi')).resolves.toHaveIntent('greeting')
  await expect(reply).toBePreferredOver('Hm?', { rubric: 'Is it polite?', orTie: true })
  await expect(reply).not.toBePreferredOver(reply, { atLeast: 0.5 })
  const conversation: Conversation = await defineConversation(plain, { context: { user: 7 } })([
    'hi',
    (replies) => replies[0]?.text,
    async () => undefined,
  ])
  await expect(conversation).toScoreAtLeast(4)
  for (const turn of conversation.turns) await expect(turn.reply).toHaveIntent(turn.message)
  expect(reply).toRespondWithin(5_000)
  expect(reply).not.toRespondWithin(1)
  expect(reply).toCallTools(['search', { name: 'refund', arguments: { order: expect.any(String) } }], { order: 'strict', exact: true })
  expect(reply).not.toCallTools([])
  const schema: StandardSchema = { '~standard': { version: 1, vendor: 'acme', validate: (value) => ({ value }) } }
  const fits: Promise<void> = expect(reply).toMatchSchema(schema, { of: 'entities', id: 'known' })
  await fits
  const cheap: void = expect(reply).toCostAtMost(0.01)
  const short: void = expect(reply).not.toUseTokensAtMost(100)
  const recorded: void = recordScore('words', 12, { direction: 'down', tolerance: 2, unit: 'number' })
  void [cheap, short, recorded]
  const verdict: Promise<void> = expect(reply).toHaveIntent('greeting')
  const known: void = expect(reply).toRespondWithin(5_000)
  await verdict
  return known
})

test('negative', async () => {
  const reply = await rich('hi')
  // @ts-expect-error an unknown option
  await expect(reply).toHaveIntent('order_support', { atleast: 0.8 })
  // @ts-expect-error an intent is a label
  await expect(reply).toHaveIntent(['order_support'])
  // @ts-expect-error a threshold is a number
  await expect(reply).toHaveIntent('order_support', { atLeast: '0.8' })
  // @ts-expect-error entities go by name
  await expect(reply).toExtractEntities('12345')
  // @ts-expect-error an unknown option
  await expect(reply).toExtractEntities({ order_id: '12345' }, { scale: 'unit' })
  // @ts-expect-error a score is a number
  await expect(reply).toScoreAtLeast('4')
  // @ts-expect-error a scale that there is not
  await expect(reply).toScoreAtLeast(40, { scale: 'percent' })
  // @ts-expect-error a check that there is not
  await expect(reply).toScoreAtLeast(4, { criteria: [{ text: 'x', check: { mention: 'y' } }] })
  // @ts-expect-error an order that there is not
  expect(reply).toCallTools(['search'], { order: 'sorted' })
  // @ts-expect-error a tool has a name
  expect(reply).toCallTools([{ arguments: {} }])
  // @ts-expect-error a schema has the Standard Schema interface
  await expect(reply).toMatchSchema({ type: 'object' })
  // @ts-expect-error dollars are a number
  expect(reply).toCostAtMost('$1')
  // @ts-expect-error times are recorded by toRespondWithin
  recordScore('time', 12, { unit: 'ms' })
  // @ts-expect-error a criterion is prose
  await expect(reply).toMeetCriterion({ text: 'names the order' })
  // @ts-expect-error a check that there is not
  await expect(reply).toMeetCriterion('names the order', { check: { mention: '12345' } })
  // @ts-expect-error a context is text
  await expect(reply).toBeFaithfulTo({ order: '12345' })
  // @ts-expect-error a reference is one text
  await expect(reply).toAgreeWith(['It is in Bern.'])
  // @ts-expect-error the text is missing
  await expect(reply).toBeSemanticallyCloseTo()
  // @ts-expect-error an unknown option
  await expect(reply).toRefuse({ full: true })
  // @ts-expect-error a reply or its text
  await expect(reply).toBePreferredOver(7)
  // @ts-expect-error an unknown option
  await expect(reply).toBePreferredOver('x', { tie: true })
  // @ts-expect-error a turn is a message or a function
  await defineConversation(plain)([7])
  // @ts-expect-error milliseconds are a number
  expect(reply).toRespondWithin('5s')
  // @ts-expect-error it is no promise
  void expect(reply).toRespondWithin(5_000).then(() => undefined)
})

const rule: PassRule = { atLeast: 0.8 }
const acceptance: Acceptance = { passRate: 0.9, meanIntent: 0.8, meanQuality: 4, p95Ms: 5_000 }
const written: EvaluationCaseInput = { id: 'late', input: 'Where is it?', intent: 'order_support', priority: 1, tags: ['slow'] }
const cases: EvaluationCase[] = loadCases('fixtures/support.jsonl')
loadCases(new URL('fixtures/support.jsonl', import.meta.url), { from: import.meta.url })
void written
describeCases('support', cases, {
  assistant: rich,
  trials: 5,
  pass: rule,
  acceptance,
  timeoutMs: 10_000,
  judge: 'strict',
  check(reply, { id, intent, thresholds }) {
    const name: string | undefined = intent?.name
    const least: number | undefined = thresholds.intent
    expect(reply.text).not.toBe(String([id, name, least]))
  },
})
describe('wrong', () => {
  // @ts-expect-error the assistant is missing
  describeCases('support', cases, {})
  // @ts-expect-error an assistant comes from defineAssistant
  describeCases('support', cases, { assistant: (message: string) => message })
  // @ts-expect-error an unknown option
  describeCases('support', cases, { assistant: plain, trails: 5 })
  // @ts-expect-error a rule that there is not
  describeCases('support', cases, { assistant: plain, pass: 'most' })
  // @ts-expect-error a criterion that there is not
  describeCases('support', cases, { assistant: plain, acceptance: { passrate: 1 } })
  // @ts-expect-error loadCases takes a path
  loadCases(['support.jsonl'])
  test.for(cases)('$id', async ({ input, entities }) => {
    await expect(await plain(input)).toExtractEntities(entities ?? {})
  })
})
expect.extend(matchers)
`

const CONFIG = `import { defineConfig } from 'vitest/config'
import {
  defineJudge,
  localJudge,
  openAIJudge,
  type Embedder,
  type Judge,
  type Judgement,
  type JudgementRequest,
  type LocalJudgeOptions,
} from 'vitest-judge/judges'
import { judge, type JudgeOptions } from 'vitest-judge/plugin'

const tone: Judge = defineJudge({
  name: 'acme/tone',
  version: 1,
  judge: async (request: JudgementRequest): Promise<Judgement> => {
    if (request.metric !== 'quality') return { value: null, rationale: '', declined: 'acme/tone judges quality only' }
    const rubric = request.rubric
    return { value: 1, rationale: typeof rubric === 'string' ? rubric : String(rubric?.criteria.length) }
  },
})
const embed: Embedder = (texts: readonly string[]) => texts.map((text) => [text.length])
const ownEncoder: LocalJudgeOptions = { embed, version: 'length@1' }
const options: JudgeOptions = {
  judge: openAIJudge({ model: 'gpt-4.1-mini' }),
  judges: {
    tone,
    local: localJudge(),
    own: localJudge({ embed: async (texts) => texts.map((text) => Float32Array.of(text.length)), version: 1 }),
    counted: localJudge(ownEncoder),
  },
  intents: { order_support: { description: 'Helps with an order.', examples: ['It is on its way.'] } },
  withoutKey: 'local',
  onOutage: 'error',
  requireJudged: 1,
  limits: { maxInFlight: 10, timeoutMs: 30_000 },
  baseline: { dir: 'snapshots', latency: true },
  gate: { policy: 'tolerance', tolerances: { unit: 0.1, quality: 0.5, latencyMs: 500 }, incomparable: 'warn' },
  store: false,
}
// @ts-expect-error an unknown option
judge({ juge: tone })
// @ts-expect-error a judge is made by one of the functions
judge({ judge: 'openai' })
// @ts-expect-error a value that there is not
judge({ gate: { incomparable: 'ignore' } })
// @ts-expect-error a judgement needs its rationale
defineJudge({ name: 'x', version: 1, judge: () => ({ value: 1 }) })
// @ts-expect-error an encoder has a version
localJudge({ embed })
// @ts-expect-error a version of what
localJudge({ version: 1 })
// @ts-expect-error a vector is of numbers
localJudge({ embed: () => [['a']], version: 1 })
// @ts-expect-error an unknown option
localJudge({ embed, version: 1, model: 'bge-m3' })

export default defineConfig({ plugins: [judge(), judge(options)], test: { globals: false } })
`

const STORE = `import { openStore, StoreError, type EvaluatedCase, type NewRun, type Store, type StoredRun } from 'vitest-judge/store'

const store: Store = await openStore('sqlite:.vitest-judge/results.db', { root: process.cwd() })
type Runs = Awaited<ReturnType<Store['runs']>>
const runs: StoredRun[] = [] satisfies Runs
const ran = null as unknown as NewRun
const id: string = await store.startRun(ran)
const cases: EvaluatedCase[] = []
await store.close()
void [runs, id, cases, StoreError]
// @ts-expect-error a store has a URL
await openStore(42)
`

/** A diagnostic of another library's declarations would be none of ours; there is none of these either. */
const ours = /^(?:\.\.\/)*(?:.*\/)?node_modules\/vitest-judge\/|^(?:support\.test|vitest\.config|store)\.ts/

test('the types hold in a strict project without skipLibCheck', async () => {
  const resolutions = ['NodeNext', 'Bundler'] as const
  const compiled = await Promise.all(resolutions.map((resolution) => compile(consumer(resolution).path)))
  for (const [index, { exitCode, diagnostics }] of compiled.entries()) {
    const resolution = resolutions[index]
    expect({ resolution, ours: diagnostics.filter((line) => ours.test(line)) }).toEqual({ resolution, ours: [] })
    expect({ resolution, diagnostics, exitCode }).toEqual({ resolution, diagnostics: [], exitCode: 0 })
  }
  // Two compilers at once, and every declaration of Vite and Vitest: 10 s on an idle machine.
}, 180_000)

function consumer(resolution: 'NodeNext' | 'Bundler'): Project {
  return createProject({
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2023',
        module: resolution === 'NodeNext' ? 'NodeNext' : 'ESNext',
        moduleResolution: resolution,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
        types: ['node'],
      },
      include: ['*.ts'],
    }),
    'support.test.ts': TESTS,
    'vitest.config.ts': CONFIG,
    'store.ts': STORE,
  })
}

function compile(cwd: string): Promise<{ exitCode: number; diagnostics: string[] }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], { cwd }, (error, stdout) => {
      const diagnostics = stdout.split('\n').filter((line) => /error TS\d+/.test(line))
      resolve({ exitCode: error === null ? 0 : Number(error.code), diagnostics })
    })
  })
}
