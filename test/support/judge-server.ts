import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the server does with one request. Every kind may wait first. */
export type JudgeServerReply = { delayMs?: number } & (
  | CompletionReply
  | { status?: number; headers?: Record<string, string>; json: unknown }
  | RawReply
  | { /** Never answer. */ hang: true }
  | { /** Close the connection without a word. */ destroy: true }
)

export interface RawReply {
  status?: number
  headers?: Record<string, string>
  raw: string
  /** Break the connection before the end. */
  cut?: boolean
  /** Fall silent before the end. */
  stall?: boolean
}

/** A chat completion whose content is this answer, as JSON unless it is a string. */
export interface CompletionReply {
  answer: unknown
  model?: string
  finishReason?: string
  refusal?: string
  usage?: { prompt_tokens: number; completion_tokens: number } | null
}

/** The body of a chat completion, as far as tests look at it. */
export interface CompletionRequest {
  model: string
  messages: { role: string; content: string }[]
  temperature?: number
  seed?: number
  response_format?: { type: string; json_schema: { name: string; strict: boolean; schema: JsonSchema } }
}

export interface JsonSchema {
  type?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  additionalProperties?: boolean
}

export interface CapturedRequest {
  method: string
  path: string
  headers: http.IncomingHttpHeaders
  body: CompletionRequest
}

/** `undefined` leaves the request to the default. */
export type JudgeServerHandler = (
  body: CompletionRequest,
  count: number,
) => JudgeServerReply | undefined | Promise<JudgeServerReply | undefined>

export interface JudgeServerOptions {
  /** How long every answer takes. Default 0. */
  delayMs?: number
  /** See `setReply`. */
  reply?: JudgeServerHandler | object
  /** Default: any free one. */
  port?: number
}

export interface JudgeServer {
  /** Base URL, ending in `/v1`. */
  readonly url: string
  /** Oldest first. */
  readonly requests: CapturedRequest[]
  readonly total: number
  readonly maxInFlight: number
  readonly inFlight: number
  /** How many connections were opened, those too that never became a request. */
  readonly connections: number
  /**
   * What to answer from now on: a function of the body and of how many requests came before, or one answer for all.
   * A function that returns `undefined` leaves the request to the default: the best grade in the schema that is asked for.
   */
  setReply(reply: JudgeServerHandler | object | undefined): void
  close(): Promise<void>
}

/**
 * A real OpenAI-compatible server on the loopback address. Without setup every judgement is the best one.
 *
 * @example
 * const server = await startJudgeServer()
 * server.setReply({ rationale: 'Off topic.', grade: 'missed' })
 * server.setReply((body, count) => (count === 0 ? { status: 429, headers: { 'retry-after': '0' }, json: {} } : undefined))
 */
export async function startJudgeServer({
  delayMs = 0,
  reply,
  port = 0,
}: JudgeServerOptions = {}): Promise<JudgeServer> {
  const requests: CapturedRequest[] = []
  let handler = handlerOf(reply)
  let inFlight = 0
  let maxInFlight = 0
  let connections = 0

  const server = http.createServer((request, response) => {
    inFlight++
    maxInFlight = Math.max(maxInFlight, inFlight)
    response.on('close', () => inFlight--)
    void answer(request, response)
  })

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const text = await request.toArray().then((chunks) => Buffer.concat(chunks as Buffer[]).toString())
    if (request.method !== 'POST' || !new URL(request.url!, 'http://x').pathname.endsWith('/chat/completions')) {
      sendJson(response, 404, {}, { error: { message: `no such path: ${request.url}` } })
      return
    }
    const body = JSON.parse(text) as CompletionRequest
    const count = requests.push({ method: request.method, path: request.url!, headers: request.headers, body }) - 1
    const chosen = (await handler(body, count)) ?? { answer: bestAnswer(body) }
    await wait(chosen.delayMs ?? delayMs)
    if (response.destroyed || 'hang' in chosen) return
    if ('destroy' in chosen) response.destroy()
    else if ('answer' in chosen) sendJson(response, 200, {}, completion(body, chosen))
    else if ('json' in chosen) sendJson(response, chosen.status ?? 200, chosen.headers, chosen.json)
    else sendRaw(response, chosen)
  }

  server.on('connection', () => connections++)
  server.keepAliveTimeout = 60_000
  server.listen({ port, host: '127.0.0.1', backlog: 4096 })
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    get total() {
      return requests.length
    },
    get inFlight() {
      return inFlight
    },
    get connections() {
      return connections
    },
    get maxInFlight() {
      return maxInFlight
    },
    setReply(next) {
      handler = handlerOf(next)
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function handlerOf(reply: JudgeServerHandler | object | undefined): JudgeServerHandler {
  if (typeof reply === 'function') return reply as JudgeServerHandler
  return () => reply && { answer: reply }
}

/** The best judgement: our schemas list their choices best first, so it follows from the schema alone. */
export function bestAnswer(body: CompletionRequest): unknown {
  const schema = body.response_format?.json_schema.schema
  return schema ? bestOf(schema) : { rationale: 'no schema was asked for' }
}

function bestOf(schema: JsonSchema): unknown {
  if (schema.enum) return schema.enum[0]
  if (schema.const !== undefined) return schema.const
  if (schema.type === 'boolean') return true
  if (schema.type === 'array') return bestList(schema.items!)
  if (schema.type === 'object') {
    return Object.fromEntries(Object.entries(schema.properties!).map(([key, property]) => [key, bestOf(property)]))
  }
  return 'The reply does what was asked.'
}

/** One item for each index that the schema allows; a list without an index is of things found wrong. */
function bestList(items: JsonSchema): unknown[] {
  const index = items.properties?.index
  const indexes = index?.enum ?? (index?.const === undefined ? [] : [index.const])
  return indexes.map((of) => ({ ...(bestOf(items) as object), index: of }))
}

function completion(body: CompletionRequest, { answer, model, finishReason, refusal, usage }: CompletionReply) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: model ?? `${body.model}-2026-01-01`,
    choices: [
      {
        index: 0,
        finish_reason: finishReason ?? 'stop',
        message: {
          role: 'assistant',
          content: typeof answer === 'string' ? answer : JSON.stringify(answer),
          refusal: refusal ?? null,
        },
      },
    ],
    usage: usage === undefined ? { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 } : usage,
  }
}

function sendJson(response: http.ServerResponse, status: number, headers: object | undefined, json: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(json))
}

function sendRaw(response: http.ServerResponse, { status, headers, raw, cut, stall }: RawReply): void {
  const length = Buffer.byteLength(raw) + (cut || stall ? 1 : 0)
  response.writeHead(status ?? 200, { 'content-type': 'application/json', 'content-length': length, ...headers })
  if (cut) response.write(raw, () => response.destroy())
  else if (stall) response.write(raw)
  else response.end(raw)
}

function wait(ms: number): Promise<void> | undefined {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined
}
