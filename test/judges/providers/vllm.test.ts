// Shapes: docs.vllm.ai, API of vllm.entrypoints.openai.chat_completion.protocol (ChatCompletionResponse, ChatMessage, UsageInfo, ErrorResponse).
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startJudgeServer, type JudgeServer } from '../../support/judge-server.js'
import { answer, documentedJudge, failureOf, messageOf, request } from './provider-judge.js'

const key = 'vllm-key-0f9a8b7c'
const env = { VLLM_API_KEY: key }

let server: JudgeServer
beforeAll(async () => {
  server = await startJudgeServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.requests.length = 0
})

function completion(message: object, usage: object = {}) {
  return {
    id: 'chatcmpl-8d879ee056f9cca8',
    object: 'chat.completion',
    created: 1763978400,
    model: 'Qwen/Qwen3-8B',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          refusal: null,
          annotations: null,
          audio: null,
          function_call: null,
          tool_calls: [],
          reasoning_content: null,
          ...message,
        },
        logprobs: null,
        finish_reason: 'stop',
        stop_reason: null,
        token_ids: null,
      },
    ],
    service_tier: null,
    system_fingerprint: null,
    usage: { prompt_tokens: 201, total_tokens: 217, completion_tokens: 16, prompt_tokens_details: null, ...usage },
    prompt_logprobs: null,
    prompt_token_ids: null,
    kv_transfer_params: null,
  }
}

function error(status: number, message: string, type: string) {
  return { status, json: { error: { message, type, param: null, code: status } } }
}

test('judges, whatever is null', async () => {
  server.setReply(() => ({ json: completion({ content: answer }) }))
  expect(await documentedJudge('vLLM', { server, env }).judge(request)).toEqual({
    value: 1,
    rationale: 'It says where the order is.',
    usage: { inputTokens: 201, outputTokens: 16 },
    servedModel: 'Qwen/Qwen3-8B',
  })
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${key}`)
})

test('a server without a key needs none', async () => {
  server.setReply(() => ({ json: completion({ content: answer }) }))
  expect((await documentedJudge('vLLM', { server }).judge(request)).value).toBe(1)
  expect(server.requests[0]?.headers.authorization).toBeUndefined()
})

test.for(['reasoning_content', 'reasoning'])('%s is not read', async (field) => {
  server.setReply(() => ({ json: completion({ content: answer, [field]: '{"rationale":"no","score":1}' }) }))
  expect((await documentedJudge('vLLM', { server }).judge(request)).value).toBe(1)
})

test('a message of thoughts alone is an error', async () => {
  server.setReply(() => ({ json: completion({ content: null, reasoning_content: answer }) }))
  expect(messageOf(await failureOf(documentedJudge('vLLM', { server })))).toMatchInlineSnapshot(
    `"judge openai/Qwen/Qwen3-8B: expected JSON in the schema quality_judgement from http://HOST/v1, got nothing, twice: use a model and a server that support structured output (response_format json_schema)"`,
  )
})

test('usage without a count of completion tokens is no usage', async () => {
  server.setReply(() => ({ json: completion({ content: answer }, { completion_tokens: null }) }))
  const judgement = await documentedJudge('vLLM', { server }).judge(request)
  expect(judgement.value).toBe(1)
  expect(judgement.usage).toBeUndefined()
})

test('what it refuses is said', async () => {
  const say = async (status: number, message: string, type: string) => {
    server.setReply(() => error(status, message, type))
    return messageOf(await failureOf(documentedJudge('vLLM', { server, env })))
  }
  expect(await say(404, 'The model `Qwen/Qwen3-8B` does not exist.', 'NotFoundError')).toMatchInlineSnapshot(
    `"judge openai/Qwen/Qwen3-8B: expected an answer from http://HOST/v1, got 404 The model \`Qwen/Qwen3-8B\` does not exist.: check the model name "Qwen/Qwen3-8B" and the path of baseURL"`,
  )
  expect(
    await say(
      400,
      "This model's maximum context length is 2048 tokens. However, you requested 4096.",
      'BadRequestError',
    ),
  ).toMatchInlineSnapshot(
    `"judge openai/Qwen/Qwen3-8B: expected an answer from http://HOST/v1, got 400 This model's maximum context length is 2048 tokens. However, you requested 4096.: check that "Qwen/Qwen3-8B" supports structured output (response_format json_schema), and that the texts fit into its context"`,
  )
  server.setReply(() => ({ status: 401, json: { error: 'Unauthorized' } }))
  expect(messageOf(await failureOf(documentedJudge('vLLM', { server, env })))).toMatchInlineSnapshot(
    `"judge openai/Qwen/Qwen3-8B: expected an answer from http://HOST/v1, got 401 "Unauthorized": check OPENAI_API_KEY (or apiKey), and that it may use this model"`,
  )
})
