// Shapes: github.com/ollama/ollama, openai/openai.go (ChatCompletion, Error, ToChatCompletion) and docs.ollama.com/api/openai-compatibility.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startJudgeServer, type JudgeServer } from '../../support/judge-server.js'
import { answer, documentedJudge, failureOf, messageOf, request } from './provider-judge.js'

let server: JudgeServer
beforeAll(async () => {
  server = await startJudgeServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.requests.length = 0
})

function completion(message: object, finish_reason: string | null = 'stop') {
  return {
    id: 'chatcmpl-422',
    object: 'chat.completion',
    created: 1763978400,
    model: 'llama3.1:8b',
    system_fingerprint: 'fp_ollama',
    choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason }],
    usage: { prompt_tokens: 312, completion_tokens: 27, total_tokens: 339 },
  }
}

test('judges without a key, and sends only fields that Ollama knows', async () => {
  server.setReply(() => ({ json: completion({ content: answer }) }))
  const judge = documentedJudge('Ollama', { server, options: { seed: 7 } })
  expect(judge.unavailable).toBeUndefined()
  expect(await judge.judge(request)).toEqual({
    value: 1,
    rationale: 'It says where the order is.',
    usage: { inputTokens: 312, outputTokens: 27 },
    servedModel: 'llama3.1:8b',
  })
  const [{ path, headers, body }] = server.requests as [JudgeServer['requests'][number]]
  expect(path).toBe('/v1/chat/completions')
  expect(headers.authorization).toBeUndefined()
  expect(Object.keys(body).sort()).toEqual(['messages', 'model', 'response_format', 'seed', 'temperature'])
  expect(body.response_format).toMatchObject({ type: 'json_schema', json_schema: { schema: { type: 'object' } } })
})

test('a finish_reason of null, no refusal and thoughts beside the answer are no fault', async () => {
  server.setReply(() => ({ json: completion({ content: answer, reasoning: 'The user asks …' }, null) }))
  expect((await documentedJudge('Ollama', { server }).judge(request)).value).toBe(1)
})

test('a model that follows no schema is an error', async () => {
  server.setReply(() => ({ json: completion({ content: 'Score: 5' }) }))
  expect(messageOf(await failureOf(documentedJudge('Ollama', { server })))).toMatchInlineSnapshot(
    `"judge openai/llama3.1:8b: expected JSON in the schema quality_judgement from http://HOST/v1, got no JSON, twice (Score: 5): use a model and a server that support structured output (response_format json_schema)"`,
  )
})

test('an answer that ends where the context does is an error', async () => {
  server.setReply(() => ({ json: completion({ content: answer }, 'length') }))
  expect((await failureOf(documentedJudge('Ollama', { server }))).reason).toBe('malformed')
})

test('a model that is not pulled is an error that names it', async () => {
  server.setReply(({ model }: { model: string }) => ({
    status: 404,
    json: { error: { message: `model "${model}" not found`, type: 'not_found_error', param: null, code: null } },
  }))
  const error = await failureOf(documentedJudge('Ollama', { server }))
  expect(error).toMatchObject({ reason: 'model', status: 404 })
  expect(messageOf(error)).toMatchInlineSnapshot(
    `"judge openai/llama3.1:8b: expected an answer from http://HOST/v1, got 404 model "llama3.1:8b" not found: check the model name "llama3.1:8b" and the path of baseURL"`,
  )
})
