import { inspect } from 'node:util'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aiSdkJudge, type AISDKJudgeOptions, type AISDKModel } from '../../src/judges/ai-sdk-judge.js'
import type { Judge, JudgementRequest } from '../../src/judges/judge.js'
import { JudgeError } from '../../src/judges/judge-error.js'
import { openAIJudge } from '../../src/judges/openai-judge.js'
import { docExamples, evaluateExample } from '../support/doc-example.js'
import { startJudgeServer, type CompletionRequest, type JudgeServer } from '../support/judge-server.js'

const key = 'sk-test-0123456789-secret'
const intent: JudgementRequest = {
  metric: 'intent',
  input: 'Where is it?',
  reply: 'On its way.',
  intent: 'order_support',
}
const quality: JudgementRequest = { metric: 'quality', input: 'Where is it?', reply: 'On its way.' }

let server: JudgeServer
beforeAll(async () => {
  server = await startJudgeServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.setReply(undefined)
  server.requests.length = 0
})

function modelAt(baseURL: string, modelId = 'gpt-test'): AISDKModel {
  return createOpenAICompatible({ name: 'local', baseURL, apiKey: key, supportsStructuredOutputs: true })(modelId)
}

function judgeWith(options: AISDKJudgeOptions = {}): Judge {
  return aiSdkJudge(modelAt(server.url), { maxRetries: 0, ...options })
}

async function failure(judge: Judge, request = intent): Promise<JudgeError> {
  const error: unknown = await judge.judge(request).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(JudgeError)
  return error as JudgeError
}

function messageOf(error: JudgeError): string {
  return error.message.replace(/127\.0\.0\.1:\d+/g, 'HOST')
}

describe('asks what openAIJudge asks', () => {
  test.for<JudgementRequest>([
    intent,
    quality,
    { ...quality, rubric: { criteria: [{ text: 'a' }, { text: 'b' }] } },
    { metric: 'entities', input: 'i', reply: 'r', expected: { id: ['1', '2'] }, exact: true },
    { metric: 'preference', input: 'i', replies: ['a', 'b'] },
    { metric: 'criterion', reply: 'r', criterion: 'c' },
  ])('$metric', async (request) => {
    const nonce = () => '0123456789abcdef'
    const other = openAIJudge({ model: 'gpt-test', apiKey: key, baseURL: server.url, env: {}, seed: 3 }, { nonce })
    const judge = aiSdkJudge(modelAt(server.url), { seed: 3 }, { nonce })
    expect(await judge.judge(request, { trial: 1 })).toEqual(await other.judge(request, { trial: 1 }))
    const [ours, theirs] = server.requests.map(({ body }) => body)
    const { strict, ...format } = theirs!.response_format!.json_schema
    expect(strict).toBe(true)
    expect(ours).toMatchObject({
      model: 'gpt-test',
      messages: theirs!.messages,
      temperature: 0,
      seed: 4,
      response_format: { type: 'json_schema', json_schema: format },
    })
  })

  test('and gives usage and the model that answered', async () => {
    expect(await judgeWith().judge(intent)).toEqual({
      value: 1,
      rationale: 'The reply does what was asked.',
      usage: { inputTokens: 100, outputTokens: 10 },
      servedModel: 'gpt-test-2026-01-01',
    })
  })

  test('a model that takes no temperature is asked without, from then on', async () => {
    const message = "Unsupported value: 'temperature' does not support 0 with this model."
    server.setReply(({ temperature }: CompletionRequest) =>
      temperature === undefined ? undefined : { status: 400, json: { error: { message, param: 'temperature' } } },
    )
    const judge = judgeWith()
    await judge.judge(intent)
    await judge.judge(intent)
    expect(server.requests.map(({ body }) => body.temperature)).toEqual([0, undefined, undefined])
  })

  test('nothing to judge is declined, and nobody asked', async () => {
    const request: JudgementRequest = { ...quality, rubric: { criteria: [] } }
    expect((await judgeWith().judge(request)).declined).toMatch(/the rubric has no criteria/)
    expect(server.total).toBe(0)
  })
})

describe('faults say what was expected, what came and what to do', () => {
  test.for<[what: string, reply: object, details: Partial<JudgeError>]>([
    [
      '401',
      { status: 401, json: { error: { message: `Incorrect API key: ${key}` } } },
      { reason: 'auth', status: 401 },
    ],
    ['404', { status: 404, json: { error: { message: 'no such model' } } }, { reason: 'model', status: 404 }],
    [
      '429',
      { status: 429, headers: { 'retry-after': '7' }, json: { error: { message: 'slow down' } } },
      { reason: 'rate_limit', status: 429, retryAfterMs: 7000 },
    ],
    ['503', { status: 503, raw: '<h1>\u001b[31mbusy</h1>' }, { reason: 'server', status: 503 }],
    ['400', { status: 400, json: { error: { message: 'too long' } } }, { reason: 'request', status: 400 }],
    ['a closed connection', { destroy: true }, { reason: 'connection' }],
    ['a cut stream', { raw: '{"choices": [', cut: true }, { reason: 'connection' }],
  ])('%s', async ([, reply, details]) => {
    server.setReply(() => reply)
    const error = await failure(judgeWith())
    expect(error).toMatchObject(details)
    expect(messageOf(error)).toMatchSnapshot()
    expect(server.total).toBe(1)
    for (const text of [error.message, inspect(error, { depth: null, showHidden: true })])
      expect(text).not.toContain(key)
  })

  test('a refused connection', async () => {
    const gone = await startJudgeServer()
    await gone.close()
    const error = await failure(aiSdkJudge(modelAt(gone.url), { maxRetries: 0 }))
    expect(error.reason).toBe('connection')
    expect(messageOf(error)).toMatchSnapshot()
  })

  test.for(['first byte', 'last byte'])('a timeout on the %s', async (waiting) => {
    server.setReply(() => (waiting === 'first byte' ? { hang: true } : { raw: '{', stall: true }))
    const error = await failure(judgeWith({ timeoutMs: 100 }))
    expect(error.reason).toBe('timeout')
    expect(messageOf(error)).toBe(
      'judge local/gpt-test: expected an answer from local.chat within 100 ms, got none: raise timeoutMs, or check the load of the server',
    )
  })

  test('a key that is missing, and what a provider cannot do', async () => {
    const refusing = (name: string, message: string): AISDKModel & { doGenerate: () => Promise<never> } => ({
      ...{ specificationVersion: 'v3', provider: 'acme', modelId: 'm', supportedUrls: {} },
      doGenerate: () => Promise.reject(Object.assign(new Error(message), { name })),
    })
    const missing = await failure(aiSdkJudge(refusing('AI_LoadAPIKeyError', 'ACME_API_KEY is missing')))
    expect(missing).toMatchObject({
      reason: 'auth',
      message: 'judge acme/m: expected an answer from acme, got ACME_API_KEY is missing: set the key of acme',
    })
    const unable = await failure(aiSdkJudge(refusing('AI_UnsupportedFunctionalityError', 'no JSON')))
    expect(unable).toMatchObject({
      reason: 'request',
      message:
        'judge acme/m: expected an answer from acme, got no JSON: check that the provider can ask "m" for structured output',
    })
  })

  test('the package ai is not there', async () => {
    const load = () => Promise.reject(new Error("Cannot find package 'ai'"))
    const judge = aiSdkJudge(modelAt(server.url), {}, { load })
    await judge.warmUp?.()
    expect(await failure(judge)).toMatchObject({
      reason: 'unavailable',
      message:
        "judge local/gpt-test: expected the package ai, version 6, got Error: Cannot find package 'ai': npm install --save-dev ai@6",
    })
  })
})

describe('an unusable answer is asked for once more, then an error', () => {
  const good = { rationale: 'r', score: 5 }

  test.for<[what: string, reply: object]>([
    ['a score out of range', { answer: { ...good, score: 85 } }],
    ['an extra key', { answer: { ...good, verdict: 'met' } }],
    ['prose', { answer: 'I give it 5 out of 5.' }],
    ['nothing', { answer: '' }],
    ['an answer cut at a token limit', { answer: good, finishReason: 'length' }],
    ['a stop of the content filter', { answer: good, finishReason: 'content_filter' }],
    ['no choices', { json: { choices: [] } }],
    ['broken JSON around it', { raw: '{"choices":' }],
    ['a web page', { raw: '<html>Login</html>', headers: { 'content-type': 'text/html' } }],
  ])('%s', async ([, reply]) => {
    server.setReply(() => reply)
    const error = await failure(judgeWith(), quality)
    expect(error.reason).toBe('malformed')
    expect(messageOf(error)).toMatchSnapshot()
    expect(server.total).toBe(2)
  })

  test('and the second answer counts, at the cost of both', async () => {
    server.setReply((_: unknown, count: number) => ({ answer: count === 0 ? 'no JSON' : good }))
    expect(await judgeWith().judge(quality)).toMatchObject({ value: 1, usage: { inputTokens: 200, outputTokens: 20 } })
  })
})

describe('retries', () => {
  const busy = (_: unknown, count: number) =>
    count === 0 ? { status: 503, headers: { 'retry-after-ms': '5' }, json: { error: { message: 'busy' } } } : undefined

  test('are made by the AI SDK, twice unless told otherwise', async () => {
    expect(judgeWith({ maxRetries: 5 }).maxRetries).toBe(5)
    expect(aiSdkJudge(modelAt(server.url)).maxRetries).toBe(2)
    server.setReply(busy)
    expect((await judgeWith({ maxRetries: 1 }).judge(intent)).value).toBe(1)
    expect(server.total).toBe(2)
  })

  test('are not made where the caller makes them', async () => {
    server.setReply(busy)
    await expect(judgeWith({ maxRetries: 2 }).judge(intent, { maxRetries: 0 })).rejects.toMatchObject({
      reason: 'server',
    })
    expect(server.total).toBe(1)
  })
})

test('a cancelled call ends at once, with the reason', async () => {
  await expect(judgeWith().judge(intent, { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop')
  expect(server.total).toBe(0)
  const controller = new AbortController()
  server.setReply(() => {
    setTimeout(() => controller.abort(new Error('the run was stopped')), 10)
    return { hang: true }
  })
  await expect(judgeWith().judge(intent, { signal: controller.signal })).rejects.toThrow('the run was stopped')
  await expect.poll(() => server.inFlight).toBe(0)
})

test('the fingerprint is another for what can change a judgement, and for nothing else', () => {
  const of = (options?: AISDKJudgeOptions, modelId?: string) =>
    aiSdkJudge(modelAt(server.url, modelId), options).fingerprint
  expect(of()).toMatch(/^[0-9a-f]{16}$/)
  for (const same of [{ timeoutMs: 1 }, { maxRetries: 9 }, { name: 'other' }]) expect(of(same)).toBe(of())
  expect(new Set([of(), of({ temperature: 1 }), of({ seed: 1 }), of({}, 'other')]).size).toBe(4)
})

test('the name is provider and model, or the given one', () => {
  expect(judgeWith()).toMatchObject({ name: 'local/gpt-test', kind: 'llm' })
  expect(judgeWith({ name: 'strict' }).name).toBe('strict')
})

test.for<[what: string, make: () => Judge, message: string]>([
  [
    'a name of a model',
    () => aiSdkJudge('openai/gpt-4.1-mini' as unknown as AISDKModel),
    `aiSdkJudge: expected a language model of a provider of the AI SDK, got "openai/gpt-4.1-mini": write aiSdkJudge(openai('gpt-4.1-mini'))`,
  ],
  [
    'nothing',
    () => aiSdkJudge(undefined as unknown as AISDKModel),
    'aiSdkJudge: expected a language model of a provider of the AI SDK, got undefined',
  ],
  ['a number of options', () => judgeWithAny(3), 'aiSdkJudge: expected an object of options, e.g. { temperature: 0 }'],
  [
    'an unknown option',
    () => judgeWithAny({ apiKey: key }),
    'aiSdkJudge: unknown option apiKey: the options are temperature, timeoutMs, maxRetries, seed, price, name',
  ],
  [
    'a temperature out of range',
    () => judgeWithAny({ temperature: 3 }),
    'aiSdkJudge: option temperature: expected a number from 0 to 2, got 3',
  ],
])('%s is a TypeError', ([, make, message]) => {
  expect(make).toThrow(TypeError)
  expect(make).toThrow(message)
})

function judgeWithAny(options: unknown): Judge {
  return aiSdkJudge(modelAt('http://host/v1'), options as AISDKJudgeOptions)
}

test('judges as it is written in the documentation', async () => {
  const code = docExamples('docs/judges.md', '`aiSdkJudge(model, { … })`')[0]!
  const expression = code.slice(code.lastIndexOf('\n\n')).trim()
  const judge = evaluateExample(expression, {
    aiSdkJudge,
    process: { env: { ACME_API_KEY: key } },
    createOpenAICompatible: (settings: Parameters<typeof createOpenAICompatible>[0]) =>
      createOpenAICompatible({ ...settings, baseURL: server.url }),
  }) as Judge
  expect((await judge.judge(intent)).value).toBe(1)
  expect(server.requests[0]?.body.response_format?.type).toBe('json_schema')
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${key}`)
})
