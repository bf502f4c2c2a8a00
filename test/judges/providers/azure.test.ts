// Shapes: learn.microsoft.com, azure/ai-foundry/openai/reference (chat completions, content filter results), api-version-lifecycle (v1),
// how-to/reasoning (what is refused). Without an api-version: github.com/MicrosoftDocs/azure-docs/issues/114602.
import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startJudgeServer, type CompletionRequest, type JudgeServer } from '../../support/judge-server.js'
import { answer, documentedJudge, failureOf, messageOf, request } from './provider-judge.js'

const key = 'azure-key-5d1e6f2a90'
const env = { AZURE_OPENAI_API_KEY: key, OPENAI_API_KEY: 'sk-of-openai-1234' }

/** What the service makes of a request that it would answer. */
let respond: (body: CompletionRequest) => { status?: number; json: unknown }
let server: JudgeServer
beforeAll(async () => {
  server = await startJudgeServer({
    reply: (body: CompletionRequest, count: number) => {
      const { path, headers } = server.requests[count]!
      const { pathname, searchParams } = new URL(path, 'http://x')
      const isV1 = pathname === '/openai/v1/chat/completions'
      const isClassic = pathname === '/openai/deployments/my-deployment/chat/completions'
      if (!isV1 && !(isClassic && searchParams.has('api-version'))) {
        return { status: 404, json: { error: { code: '404', message: 'Resource not found' } } }
      }
      const given = isV1 ? headers.authorization?.replace('Bearer ', '') : headers['api-key']
      // A token that is none is refused even beside the right key.
      if (given !== key || (isClassic && headers.authorization !== undefined)) {
        const message =
          'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active ' +
          `subscription and use a correct regional API endpoint for your resource. (${String(given)})`
        return { status: 401, json: { error: { code: '401', message } } }
      }
      return respond(body)
    },
  })
})
afterAll(() => server.close())
beforeEach(() => {
  server.requests.length = 0
  respond = () => ({ json: completion() })
})

const safe = { filtered: false, severity: 'safe' }
const harmless = { hate: safe, self_harm: safe, sexual: safe, violence: safe }

function completion(choice: object = {}) {
  return {
    id: 'chatcmpl-8VAVx58veW9RCm5K1ttmxU6Cm4XDX',
    object: 'chat.completion',
    created: 1763978400,
    model: 'gpt-4.1-mini-2025-04-14',
    system_fingerprint: 'fp_178c8d546f',
    prompt_filter_results: [
      { prompt_index: 0, content_filter_results: { ...harmless, jailbreak: { filtered: false, detected: false } } },
    ],
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        logprobs: null,
        message: { role: 'assistant', content: answer, refusal: null, annotations: [] },
        content_filter_results: { ...harmless, protected_material_text: { filtered: false, detected: false } },
        ...choice,
      },
    ],
    usage: {
      prompt_tokens: 33,
      completion_tokens: 55,
      total_tokens: 88,
      prompt_tokens_details: { audio_tokens: 0, cached_tokens: 0 },
      completion_tokens_details: { accepted_prediction_tokens: 0, reasoning_tokens: 0 },
    },
  }
}

describe.for([
  ['v1', 0, '/openai/v1/chat/completions'],
  ['with dated versions', 1, '/openai/deployments/my-deployment/chat/completions?api-version=2024-10-21'],
] as const)('the API %s', ([, index, path]) => {
  const judgeWith = (options = {}, variables: Record<string, string | undefined> = env) =>
    documentedJudge('Azure OpenAI', { server, env: variables, index, options })

  test('judges as it is written in the documentation', async () => {
    expect(await judgeWith().judge(request)).toEqual({
      value: 1,
      rationale: 'It says where the order is.',
      usage: { inputTokens: 33, outputTokens: 55 },
      servedModel: 'gpt-4.1-mini-2025-04-14',
    })
    expect(server.requests.map((sent) => sent.path)).toEqual([path])
    expect(server.requests[0]?.body.model).toBe('my-deployment')
    expect(JSON.stringify(server.requests[0]?.headers)).not.toContain(env.OPENAI_API_KEY)
  })

  test('a reasoning model that refuses the temperature is asked without', async () => {
    respond = ({ temperature }) =>
      temperature === undefined
        ? { json: completion() }
        : {
            status: 400,
            json: {
              error: {
                message:
                  "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
                type: 'invalid_request_error',
                param: 'temperature',
                code: 'unsupported_value',
              },
            },
          }
    expect((await judgeWith().judge(request)).value).toBe(1)
    expect(server.total).toBe(2)
  })

  test('a prompt that the content filter stops is an error of its case', async () => {
    respond = () => ({
      status: 400,
      json: {
        error: {
          message:
            "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.",
          type: null,
          param: 'prompt',
          code: 'content_filter',
          status: 400,
          innererror: {
            code: 'ResponsibleAIPolicyViolation',
            content_filter_result: { ...harmless, violence: { filtered: true, severity: 'high' } },
          },
        },
      },
    })
    const error = await failureOf(judgeWith())
    expect(error).toMatchObject({ reason: 'request', status: 400 })
    expect(error.message).toMatch(
      /content management policy.*: look at the texts of this case, or at the content filter/,
    )
    expect(server.total).toBe(1)
  })

  test('an answer that the content filter stops is an error, without content too', async () => {
    respond = () => ({
      json: completion({
        finish_reason: 'content_filter',
        message: { role: 'assistant' },
        content_filter_results: { ...harmless, hate: { filtered: true, severity: 'medium' } },
      }),
    })
    expect((await failureOf(judgeWith())).reason).toBe('malformed')
    expect(server.total).toBe(2)
  })

  test('a wrong key is an error that does not show it', async () => {
    const wrong = 'azure-key-that-is-wrong'
    const judge = judgeWith({}, { AZURE_OPENAI_API_KEY: wrong })
    const error = await failureOf(judge)
    expect(error).toMatchObject({ reason: 'auth', status: 401 })
    for (const text of [
      error.message,
      inspect(error, { depth: null }),
      inspect(judge, { depth: null, getters: true }),
    ]) {
      expect(text).not.toContain('azure-key')
    }
  })

  test('requests too many say how long to wait', async () => {
    const message =
      'Requests to the ChatCompletions_Create Operation have exceeded the call rate limit. Please retry after 7 seconds.'
    respond = () => ({ status: 429, headers: { 'retry-after': '7' }, json: { error: { code: '429', message } } })
    expect(await failureOf(judgeWith())).toMatchObject({ reason: 'rate_limit', retryAfterMs: 7000 })
  })
})

test('without an api-version it is not found', async () => {
  const baseURL = `${new URL(server.url).origin}/openai/deployments/my-deployment`
  const error = await failureOf(documentedJudge('Azure OpenAI', { server, env, index: 1, options: { baseURL } }))
  expect(messageOf(error)).toMatchInlineSnapshot(
    `"judge openai/my-deployment: expected an answer from http://HOST/openai/deployments/my-deployment, got 404 Resource not found: check the model name "my-deployment" and the path of baseURL"`,
  )
})

test('a header whose variable is not set makes the judge unavailable', () => {
  expect(documentedJudge('Azure OpenAI', { server, env: {}, index: 1 }).unavailable).toBe(
    'header api-key has no value: set the variable of the environment that it is read from',
  )
})
