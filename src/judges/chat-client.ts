import { OpenAI } from 'openai'
import { httpFetch, type HttpFetchInit } from './http-fetch.js'

type RequestOptions = Parameters<OpenAI['buildRequest']>[0]
type BuiltRequest = Awaited<ReturnType<OpenAI['buildRequest']>>

/** What a request says besides its body: the same for every call, but for the count of retries among its headers. */
interface Envelope {
  built: BuiltRequest
  /** The headers as a list, since `Headers` sorts and copies its own whenever it is read. */
  headers: [string, string][]
}

/** A request on its way through the SDK, with the envelope that it was made of. */
type EnvelopedRequest = BuiltRequest['req'] & { envelope: Envelope }

/**
 * The official client, for the one request that a judge makes again and again: a chat completion.
 *
 * The SDK builds address and headers anew for every call, and chains abort signals and timers around `fetch`. Both are done
 * once here, or by the adapter, since they cost CPU in every call and come out the same. Retries,
 * errors and the reading of answers stay the SDK's. Make no other kind of request with this client.
 */
export class ChatClient extends OpenAI {
  /** The SDK puts its class's name into `User-Agent`, and that is what servers know. */
  static override readonly name = 'OpenAI'
  readonly #fetch = httpFetch()
  readonly #envelopes = new Map<number, Promise<Envelope>>()

  /** Makes the envelope of the first requests, with what the SDK loads for it. Asks nobody. */
  async prepare(): Promise<void> {
    await this.#envelopeOf({ method: 'post', path: '/chat/completions', body: {} }, 0)
  }

  override async buildRequest(
    options: RequestOptions,
    { retryCount = 0 }: { retryCount?: number } = {},
  ): Promise<BuiltRequest> {
    const envelope = await this.#envelopeOf(options, retryCount)
    const { signal, body } = options
    const req: EnvelopedRequest = {
      method: envelope.built.req.method ?? 'post',
      // The SDK reads them for its log only, which is off.
      headers: NO_HEADERS as unknown as Headers,
      body: JSON.stringify(body),
      envelope,
      ...(signal && { signal }),
    }
    return { ...envelope.built, req }
  }

  #envelopeOf(options: RequestOptions, retryCount: number): Promise<Envelope> {
    const known = this.#envelopes.get(retryCount)
    if (known !== undefined) return known
    const made = super
      .buildRequest(options, { retryCount })
      .then((built) => ({ built, headers: [...(built.req.headers as Headers)].filter(isForServer) }))
    this.#envelopes.set(retryCount, made)
    return made
  }

  /** The adapter listens to the caller's own signal and lets go of it, and ends what takes too long. */
  protected override fetchWithAuth(url: Request['url'], init: RequestInit, timeoutMs: number): Promise<Response> {
    const { body, signal, envelope } = init as EnvelopedRequest
    const request: HttpFetchInit = {
      method: 'POST',
      headers: envelope.headers,
      body: body as string,
      timeoutMs,
      ...(signal && { signal }),
    }
    return this.#fetch(url, request) as unknown as Promise<Response>
  }
}

/** What the SDK tells its maker of machine and runtime: of no use to a server, and to be written and read with every call. */
function isForServer([name]: [string, string]): boolean {
  return !name.startsWith('x-stainless-') || name === 'x-stainless-retry-count'
}

const NO_HEADERS: Readonly<Record<string, string>> = {}
