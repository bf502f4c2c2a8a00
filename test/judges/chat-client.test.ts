import { APIConnectionTimeoutError, APIUserAbortError } from 'openai'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ChatClient } from '../../src/judges/chat-client.js'
import { startJudgeServer, type JudgeServer } from '../support/judge-server.js'

let server: JudgeServer

beforeEach(async () => {
  server = await startJudgeServer()
})

afterEach(() => server.close())

function clientOf(options: ConstructorParameters<typeof ChatClient>[0] = {}): ChatClient {
  return new ChatClient({ baseURL: server.url, apiKey: 'sk-test', logLevel: 'off', ...options })
}

const ask = (client: ChatClient, content: string, model = 'm') =>
  client.chat.completions.create({ model, messages: [{ role: 'user', content }] })

test('every call has its own body, and the headers that the SDK sends, but for those about this machine', async () => {
  const client = clientOf({ organization: 'org', timeout: 7_000 })
  await client.prepare()
  expect(server.total).toBe(0)
  await Promise.all([ask(client, 'one'), ask(client, 'Grüße', 'other')])
  expect(server.requests.map(({ body }) => [body.model, body.messages[0]!.content]).sort()).toEqual([
    ['m', 'one'],
    ['other', 'Grüße'],
  ])
  for (const { method, path, headers } of server.requests) {
    expect([method, path]).toEqual(['POST', '/v1/chat/completions'])
    expect(headers).toMatchObject({
      accept: 'application/json',
      authorization: 'Bearer sk-test',
      'content-type': 'application/json',
      'openai-organization': 'org',
      'x-stainless-retry-count': '0',
    })
    expect(headers['user-agent']).toMatch(/^OpenAI\//)
    expect(Object.keys(headers).filter((name) => name.startsWith('x-stainless-'))).toEqual(['x-stainless-retry-count'])
  }
})

test('a retry says which it is, and sends the same body', async () => {
  server.setReply((_body, count) => (count < 2 ? { status: 500, json: {} } : undefined))
  await ask(clientOf({ maxRetries: 2 }), 'again')
  expect(server.requests.map(({ headers }) => headers['x-stainless-retry-count'])).toEqual(['0', '1', '2'])
  expect(new Set(server.requests.map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

test('a call that takes too long is a timeout of the SDK', async () => {
  server.setReply(() => ({ hang: true }))
  await expect(ask(clientOf({ timeout: 50, maxRetries: 0 }), 'x')).rejects.toThrow(APIConnectionTimeoutError)
})

test('a cancelled call is an abort of the SDK', async () => {
  server.setReply(() => ({ hang: true }))
  const controller = new AbortController()
  const call = clientOf().chat.completions.create({ model: 'm', messages: [] }, { signal: controller.signal })
  setTimeout(() => controller.abort(), 30)
  await expect(call).rejects.toThrow(APIUserAbortError)
})
