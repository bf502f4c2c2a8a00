import { describe, expect, test } from 'vitest'
import { defineJudge } from '../../src/judges/define-judge.js'
import { openAIJudge } from '../../src/judges/openai-judge.js'
import type { Judge } from '../../src/judges/judge.js'
import { resolveOptions, type JudgeOptions, type Surroundings } from '../../src/plugin/resolve-options.js'

const tone = defineJudge({ name: 'acme/tone', version: 1, judge: () => ({ value: 1, rationale: '' }) })
const keyless: Judge = { ...tone, name: 'acme/keyless', unavailable: 'ACME_KEY is not set' }

function resolve(options: unknown = {}, { env = {}, ...more }: Partial<Surroundings> = {}) {
  const terminal = { isTTY: false, columns: undefined }
  const { judges, ...resolved } = resolveOptions(options as JudgeOptions, {
    env,
    terminal,
    version: '1.2.3',
    ...more,
  })
  return { ...resolved, judges, projectJudges: judges(false) }
}

test('every default, on a developer’s machine', () => {
  const { projectJudges, judges, ...rest } = resolve()
  expect(judges(true).own.judge.name).toBe(projectJudges.own.judge.name)
  const { judge, standIn } = projectJudges.own
  expect({ judge: judge.name, standIn, ...projectJudges, own: undefined, ...rest }).toMatchInlineSnapshot(`
    {
      "cassette": {
        "mode": "auto",
      },
      "intents": {},
      "judge": "local/embedded@1",
      "limits": {
        "budget": undefined,
        "maxInFlight": 50,
        "prices": undefined,
        "requestsPerMinute": undefined,
        "runTimeoutMs": undefined,
        "timeoutMs": 60000,
        "tokensPerMinute": undefined,
      },
      "named": Map {},
      "own": undefined,
      "reporter": {
        "acceptJudgeChange": false,
        "baseline": {
          "dir": "snapshots",
          "latency": false,
        },
        "env": {
          "GITHUB_HEAD_REF": undefined,
          "GITHUB_REF_NAME": undefined,
          "GITHUB_REF_TYPE": undefined,
        },
        "gate": {
          "confidence": 0.95,
          "incomparable": "warn",
          "inconclusive": "warn",
          "margin": 0.05,
          "minKappa": undefined,
          "policy": "auto",
        },
        "isCi": false,
        "requireJudged": 0,
        "store": "sqlite:.vitest-judge/results.db",
        "terminal": {
          "colors": false,
          "columns": 100,
        },
        "tolerances": {
          "latencyMs": 1000,
          "quality": 1,
          "unit": 0.05,
        },
        "version": "1.2.3",
      },
      "standIn": "none is chosen; choose one with judge({ judge: … })",
    }
  `)
})

test('in CI everything must have been judged, and a score that cannot be compared fails', () => {
  const { isCi, requireJudged, gate } = resolve({}, { env: { CI: 'true' } }).reporter
  expect({ isCi, requireJudged, gate }).toEqual({
    isCi: true,
    requireJudged: 1,
    gate: { policy: 'auto', margin: 0.05, confidence: 0.95, inconclusive: 'warn', incomparable: 'fail' },
  })
})

test.for<[string | undefined, boolean]>([
  ['true', true],
  ['1', true],
  ['woodpecker', true],
  ['false', false],
  ['0', false],
  ['', false],
  [undefined, false],
])('CI=%s is CI: %s', ([CI, isCi]) => {
  expect(resolve({}, { env: { CI } }).reporter.isCi).toBe(isCi)
})

test('what is given goes before every default, in CI too', () => {
  const options: JudgeOptions = {
    judge: tone,
    judges: { strict: tone },
    intents: { greeting: { description: 'Says hello.', examples: ['Hi'], alternatives: ['farewell'] } },
    requireJudged: 0.5,
    limits: { maxInFlight: 3, timeoutMs: 10 },
    baseline: { dir: 'baselines', latency: true },
    gate: { policy: 'tolerance', tolerances: { unit: 0, quality: 0, latencyMs: 0 }, incomparable: 'warn' },
    store: false,
  }
  const { projectJudges, intents, limits, reporter } = resolve(options, { env: { CI: '1' } })
  expect(projectJudges).toEqual({
    own: { judge: tone },
    named: new Map([['strict', { judge: tone }]]),
  })
  expect(intents).toBe(options.intents)
  expect(limits).toMatchObject(options.limits ?? {})
  expect(reporter).toMatchObject({
    isCi: true,
    requireJudged: 0.5,
    baseline: options.baseline,
    gate: { policy: 'tolerance', incomparable: 'warn' },
    tolerances: { unit: 0, quality: 0, latencyMs: 0 },
    store: false,
  })
})

test('colours on a terminal, unless NO_COLOR says otherwise', () => {
  const colors = (isTTY: boolean, env = {}) => resolve({}, { env, terminal: { isTTY, columns: 80 } }).reporter.terminal
  expect(colors(true)).toEqual({ colors: true, columns: 80 })
  expect(colors(true, { NO_COLOR: '1' })).toMatchObject({ colors: false })
  expect(colors(true, { NO_COLOR: '' })).toMatchObject({ colors: true })
  expect(colors(false, { FORCE_COLOR: '1' })).toMatchObject({ colors: false })
})

test('only `vitest-judge accept --judge-change` lets a local judge replace what an LLM judged', () => {
  const accepts = (env: Record<string, string | undefined>) => resolve({}, { env }).reporter.acceptJudgeChange
  expect(accepts({})).toBe(false)
  expect(accepts({ VITEST_JUDGE_ACCEPT: 'judge-change' })).toBe(true)
  expect(accepts({ VITEST_JUDGE_ACCEPT: '1' })).toBe(false)
})

test('of the environment only what names the branch goes on', () => {
  const env = { GITHUB_HEAD_REF: 'fix', GITHUB_REF_NAME: '7/merge', GITHUB_REF_TYPE: 'branch', OPENAI_API_KEY: 'sk-x' }
  const resolved = resolve({}, { env })
  expect(resolved.reporter.env).toEqual({
    GITHUB_HEAD_REF: 'fix',
    GITHUB_REF_NAME: '7/merge',
    GITHUB_REF_TYPE: 'branch',
  })
  expect(JSON.stringify(resolved)).not.toContain('sk-x')
})

describe('without a key', () => {
  test('the local judge stands in, and says for whom and why', () => {
    const { projectJudges } = resolve({ judge: keyless, judges: { strict: keyless, tone } })
    const standIn = 'acme/keyless cannot judge: ACME_KEY is not set'
    expect(projectJudges.own).toMatchObject({ judge: { kind: 'local' }, standIn })
    expect(projectJudges.named.get('strict')).toMatchObject({ judge: { kind: 'local' }, standIn })
    expect(projectJudges.named.get('tone')).toEqual({ judge: tone })
  })

  test('the judge of OpenAI', () => {
    const judge = openAIJudge({ model: 'gpt-4.1-mini', env: {} })
    expect(resolve({ judge }).projectJudges.own.standIn).toContain('OPENAI_API_KEY')
  })

  test('only what is recorded is replayed, where a cassette is committed or it is asked for', () => {
    const replays = 'acme/keyless cannot judge: ACME_KEY is not set'
    const own = { judge: keyless, replays }
    expect(resolve({ judge: keyless }).judges(true)).toMatchObject({ own })
    expect(resolve({ judge: keyless, withoutKey: 'replay' }).judges(false)).toMatchObject({ own })
    expect(resolve({ judge: keyless, withoutKey: 'local' }).judges(true).own).toMatchObject({ standIn: replays })
  })

  test("withoutKey: 'fail' does not start, be it a named judge that has none", () => {
    expect(() => resolve({ judge: keyless, withoutKey: 'fail' })).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: judge(): acme/keyless cannot judge: ACME_KEY is not set]`,
    )
    expect(() => resolve({ judges: { strict: keyless }, withoutKey: 'fail' })).toThrow('acme/keyless cannot judge')
  })

  test("withoutKey: 'fail' has nothing against a judge that needs none, chosen or not", () => {
    expect(resolve({ judge: tone, withoutKey: 'fail' }).projectJudges.own).toEqual({ judge: tone })
    expect(resolve({ withoutKey: 'fail' }).projectJudges.own).toMatchObject({ judge: { kind: 'local' } })
  })
})

test("onOutage: 'local' names the judge that stands in, and 'error' none", () => {
  expect(resolve({ judge: tone, onOutage: 'local' }).projectJudges.outageJudge).toMatchObject({ kind: 'local' })
  expect(resolve({ judge: tone, onOutage: 'error' }).projectJudges).not.toHaveProperty('outageJudge')
})

test('a budget in dollars needs to know the price', () => {
  const priced: Judge = { ...tone, kind: 'llm', price: { inputPerMillion: 1, outputPerMillion: 2 } }
  expect(resolve({ judge: priced, budget: { usd: 1 } }).limits.budget).toEqual({ usd: 1 })
  const unpriced: Judge = { ...tone, kind: 'llm' }
  expect(() => resolve({ judges: { unpriced }, budget: { usd: 1 } })).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: judge(): budget.usd: expected to know the price of acme/tone, got none: give it, judge({ prices: { 'its model': { inputPerMillion, outputPerMillion } } }), or limit budget.tokens instead]`,
  )
  expect(resolve({ judge: unpriced, budget: { tokens: 100 } }).limits.budget).toEqual({ tokens: 100 })
})

describe('wrong options', () => {
  const wrong: Record<string, unknown> = {
    'no object': 'gpt-4.1-mini',
    null: null,
    'an unknown option': { jugde: tone },
    'two unknown options': { jugde: tone, reports: [] },
    'a judge by name': { judge: 'openai/gpt-4.1-mini' },
    'a judge not called': { judge: openAIJudge },
    'a wrong named judge': { judges: { strict: {} } },
    'a judge without a name': { judges: { '': tone } },
    'an unknown member of an intent': { intents: { greeting: { example: 'Hi' } } },
    'no example': { intents: { greeting: { examples: [] } } },
    withoutKey: { withoutKey: 'skip' },
    onOutage: { onOutage: 'ignore' },
    'requireJudged in percent': { requireJudged: 90 },
    'no place': { limits: { maxInFlight: 0 } },
    'half a place': { limits: { maxInFlight: 1.5 } },
    'no time': { limits: { timeoutMs: 0 } },
    'an unknown limit': { limits: { requestsPerHour: 10 } },
    'an unknown mode': { cassette: { mode: 'once' } },
    'a negative budget': { budget: { usd: -1 } },
    'an empty folder': { baseline: { dir: '' } },
    'latency as text': { baseline: { latency: 'yes' } },
    'a kappa in percent': { gate: { minKappa: 60 } },
    'an unknown policy': { gate: { policy: 'strict' } },
    'a margin of nothing': { gate: { margin: 0 } },
    'a confidence in percent': { gate: { confidence: 95 } },
    inconclusive: { gate: { inconclusive: 'ignore' } },
    'a negative tolerance': { gate: { tolerances: { unit: -0.1 } } },
    'an unknown tolerance': { gate: { tolerances: { intent: 0.1 } } },
    incomparable: { gate: { incomparable: 'ignore' } },
    'store: true': { store: true },
    'several at once': { requireJudged: 2, store: '', limits: { timeoutMs: '5s' } },
  }

  test('each is named with what was expected', () => {
    const messages = Object.entries(wrong).map(([what, options]) => {
      try {
        resolve(options)
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError)
        return `${what} → ${(error as Error).message}`
      }
      return `${what} → taken`
    })
    expect(messages.join('\n')).toMatchInlineSnapshot(`
      "no object → judge(): Invalid input: expected object, got "gpt-4.1-mini"
      null → judge(): Invalid input: expected object, got null
      an unknown option → judge(): unknown "jugde"; see JudgeOptions for what is known
      two unknown options → judge(): unknown "jugde", "reports"; see JudgeOptions for what is known
      a judge by name → judge(): judge: expected a judge: openAIJudge(…), localJudge() or defineJudge(…), got "openai/gpt-4.1-mini"
      a judge not called → judge(): judge: expected a judge: openAIJudge(…), localJudge() or defineJudge(…), got a function
      a wrong named judge → judge(): judges.strict: expected a judge: openAIJudge(…), localJudge() or defineJudge(…), got an object with no members
      a judge without a name → judge(): judges: expected a name, got an empty string
      an unknown member of an intent → judge(): intents.greeting: unknown "example"; see JudgeOptions for what is known
      no example → judge(): intents.greeting.examples: Too small: expected array to have >=1 items, got an empty list
      withoutKey → judge(): withoutKey: Invalid option: expected one of "replay"|"local"|"fail", got "skip"
      onOutage → judge(): onOutage: Invalid option: expected one of "error"|"local", got "ignore"
      requireJudged in percent → judge(): requireJudged: Too big: expected number to be <=1, got 90
      no place → judge(): limits.maxInFlight: Too small: expected number to be >=1, got 0
      half a place → judge(): limits.maxInFlight: Invalid input: expected int, got 1.5
      no time → judge(): limits.timeoutMs: Too small: expected number to be >0, got 0
      an unknown limit → judge(): limits: unknown "requestsPerHour"; see JudgeOptions for what is known
      an unknown mode → judge(): cassette.mode: Invalid option: expected one of "auto"|"record"|"replay"|"off", got "once"
      a negative budget → judge(): budget.usd: Too small: expected number to be >=0, got -1
      an empty folder → judge(): baseline.dir: Too small: expected string to have >=1 characters, got an empty string
      latency as text → judge(): baseline.latency: Invalid input: expected boolean, got "yes"
      a kappa in percent → judge(): gate.minKappa: Too big: expected number to be <=1, got 60
      an unknown policy → judge(): gate.policy: Invalid option: expected one of "tolerance"|"statistical", got "strict"
      a margin of nothing → judge(): gate.margin: Too small: expected number to be >0, got 0
      a confidence in percent → judge(): gate.confidence: Too big: expected number to be <1, got 95
      inconclusive → judge(): gate.inconclusive: Invalid option: expected one of "warn"|"fail", got "ignore"
      a negative tolerance → judge(): gate.tolerances.unit: Too small: expected number to be >=0, got -0.1
      an unknown tolerance → judge(): gate.tolerances: unknown "intent"; see JudgeOptions for what is known
      incomparable → judge(): gate.incomparable: Invalid option: expected one of "warn"|"fail", got "ignore"
      store: true → judge(): store: expected 'sqlite:<path>' or false, got true
      several at once → judge(): requireJudged: Too big: expected number to be <=1, got 2; limits.timeoutMs: Invalid input: expected number, got "5s"; store: Too small: expected string to have >=1 characters, got an empty string"
    `)
  })
})
