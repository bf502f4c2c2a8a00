import http from 'node:http'
import https from 'node:https'
import { BrokenBody } from './broken-body.js'
import type { CancelSignal } from './cancellation.js'

/** What a caller hands over: the part of `RequestInit` that an API client uses. */
export interface HttpFetchInit {
  method?: string
  /** A `Headers`, a `Map`, or any other iterable of name and value. */
  headers?: Iterable<[string, string]>
  body?: string
  signal?: CancelSignal
  /** Milliseconds until the last byte has come. Default: no limit. */
  timeoutMs?: number
}

/** What comes back: the part of `Response` that an API client reads. The body has been received whole. */
export interface HttpFetchResponse {
  readonly ok: boolean
  readonly status: number
  readonly statusText: string
  readonly url: string
  readonly headers: HttpFetchHeaders
  /** Always `null`: there is no stream left to cancel. */
  readonly body: null
  text(): Promise<string>
  /** Rejects with a {@link BrokenBody} where there is none. */
  json(): Promise<unknown>
}

export interface HttpFetchHeaders extends Iterable<[string, string]> {
  get(name: string): string | null
  has(name: string): boolean
  entries(): IterableIterator<[string, string]>
}

export type HttpFetch = (url: string, init?: HttpFetchInit) => Promise<HttpFetchResponse>

export interface HttpFetchOptions {
  /** A longer answer is an error. Default 10 MiB. */
  maxResponseBytes?: number
}

/**
 * A `fetch` for API clients over `node:http` with connections kept alive, at a fraction of the CPU of Node's own, which
 * builds web streams around every body (numbers in bench/README.md). Only what a JSON API needs: a string body, an answer read whole
 * before the promise settles (so that a caller's timeout covers it), redirects not followed, no compression asked for.
 *
 * Idle connections do not keep the process alive. The number of sockets is the caller's to limit.
 *
 * Rejects with the signal's reason when aborted, with an `Error` of code `ETIMEDOUT` when `timeoutMs` are over, else with an `Error`
 * that has the socket error's `code` and the error as its `cause`.
 */
export function httpFetch({ maxResponseBytes = 10 * 1024 * 1024 }: HttpFetchOptions = {}): HttpFetch {
  const plain = new http.Agent({ keepAlive: true })
  const secure = new https.Agent({ keepAlive: true })

  // One client asks one address again and again.
  let parsed: URL | undefined
  const parse = (url: string) => (parsed?.href === url ? parsed : (parsed = new URL(url)))

  return (url, init = {}) =>
    new Promise((resolve, reject) => {
      const { signal, timeoutMs } = init
      if (signal?.aborted) {
        reject(reasonOf(signal))
        return
      }
      const target = parse(url)
      const { request, agent } =
        target.protocol === 'https:'
          ? { request: https.request, agent: secure }
          : { request: http.request, agent: plain }
      const options: http.RequestOptions = {
        agent,
        hostname: target.hostname.replace(/^\[|\]$/g, ''),
        port: target.port,
        path: target.pathname + target.search,
        method: init.method ?? 'GET',
        headers: rawHeaders(target, init),
      }
      let current: http.ClientRequest
      let timer: NodeJS.Timeout | undefined
      const settle = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
      }
      const end = (reason: Error) => {
        settle()
        reject(reason)
        current.destroy()
      }
      const onAbort = () => end(reasonOf(signal))
      const fail = (error: Error, message?: string) => {
        settle()
        reject(connectionError(error, message))
      }

      const send = (mayBeStale: boolean) => {
        current = request(options)
        let answered = false
        current.on('response', (incoming) => {
          answered = true
          receive(incoming, maxResponseBytes, fail, (text) => {
            settle()
            resolve(answer(url, incoming, text))
          })
        })
        current.on('error', (error: NodeJS.ErrnoException) => {
          // The server may close a kept connection just as it is taken up again; nothing has been answered then, so ask on a new one.
          const closedMeanwhile =
            current.reusedSocket && !answered && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
          if (mayBeStale && closedMeanwhile && !signal?.aborted) send(false)
          else fail(error)
        })
        current.end(init.body)
      }

      signal?.addEventListener('abort', onAbort, { once: true })
      if (timeoutMs !== undefined) timer = setTimeout(() => end(timeoutError(timeoutMs)), timeoutMs)
      send(true)
    })
}

/** As a flat list Node writes them out as they are, which is cheaper than setting each. */
function rawHeaders(target: URL, { headers, body }: HttpFetchInit): string[] {
  const raw = ['host', target.host]
  for (const [name, value] of headers ?? []) raw.push(name, value)
  if (body !== undefined) raw.push('content-length', String(Buffer.byteLength(body)))
  return raw
}

function receive(
  incoming: http.IncomingMessage,
  maxBytes: number,
  fail: (error: Error, message?: string) => void,
  done: (text: string) => void,
): void {
  const encoding = incoming.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') {
    fail(new Error(`expected an answer without compression, got content-encoding ${encoding}`))
    incoming.destroy()
    return
  }
  const chunks: Buffer[] = []
  let bytes = 0
  incoming.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > maxBytes) {
      fail(new Error(`expected an answer of at most ${maxBytes} bytes, got more`))
      incoming.destroy()
    } else chunks.push(chunk)
  })
  incoming.on('error', (error) => fail(error, 'the answer broke off'))
  incoming.on('end', () => {
    const [first] = chunks
    done(first !== undefined && chunks.length === 1 ? first.toString() : Buffer.concat(chunks).toString())
  })
}

function answer(url: string, incoming: http.IncomingMessage, text: string): HttpFetchResponse {
  const status = incoming.statusCode ?? 0
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: incoming.statusMessage ?? '',
    url,
    headers: new ReceivedHeaders(incoming.headers),
    body: null,
    text: () => Promise.resolve(text),
    json: () => new Promise((resolve) => resolve(parseBody(text))),
  }
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BrokenBody(text)
  }
}

class ReceivedHeaders implements HttpFetchHeaders {
  readonly #headers: http.IncomingHttpHeaders

  constructor(headers: http.IncomingHttpHeaders) {
    this.#headers = headers
  }

  get(name: string): string | null {
    const value = this.#headers[name.toLowerCase()]
    return value === undefined ? null : String(value)
  }

  has(name: string): boolean {
    return this.get(name) !== null
  }

  entries(): IterableIterator<[string, string]> {
    return Object.entries(this.#headers)
      .map(([name, value]): [string, string] => [name, String(value)])
      .values()
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    return this.entries()
  }
}

function connectionError(cause: NodeJS.ErrnoException, message = cause.message): Error {
  const error = new Error(message || (cause.code ?? 'the connection failed'), { cause })
  return cause.code === undefined ? error : Object.assign(error, { code: cause.code })
}

/** Worded so that the SDK takes it for what it is. */
function timeoutError(timeoutMs: number): Error {
  return Object.assign(new Error(`timed out after ${timeoutMs} ms`), { code: 'ETIMEDOUT' })
}

function reasonOf(signal: CancelSignal | undefined): Error {
  const reason = signal?.reason
  return reason instanceof Error ? reason : new DOMException('The call was aborted', 'AbortError')
}
