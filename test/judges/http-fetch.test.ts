import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { httpFetch } from '../../src/judges/http-fetch.js'

let server: http.Server | undefined

async function serve(listener: http.RequestListener): Promise<string> {
  server = http.createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  server?.close()
  server?.closeAllConnections()
})

describe('a request', () => {
  test('carries method, path, query, headers and body', async () => {
    const url = await serve((request, response) => {
      void request.toArray().then((chunks) => {
        const { method, url, headers } = request
        response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks as Buffer[]).toString() }))
      })
    })
    const response = await httpFetch()(`${url}/v1/chat?x=1`, {
      method: 'POST',
      headers: new Headers({ 'content-type': 'application/json', 'x-key': 'ä' }),
      body: '{"text":"Grüße 🎉"}',
    })
    expect(await response.json()).toMatchObject({
      method: 'POST',
      url: '/v1/chat?x=1',
      body: '{"text":"Grüße 🎉"}',
      headers: {
        host: new URL(url).host,
        connection: 'keep-alive',
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength('{"text":"Grüße 🎉"}')),
      },
    })
    expect(response).toMatchObject({ ok: true, status: 200, statusText: 'OK', url: `${url}/v1/chat?x=1`, body: null })
  })

  test('asks for no compression, and refuses one that comes all the same', async () => {
    const url = await serve((request, response) => {
      expect(request.headers).not.toHaveProperty('accept-encoding')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')
    })
    await expect(httpFetch()(url)).rejects.toThrow('expected an answer without compression, got content-encoding gzip')
  })

  test('uses a connection again', async () => {
    const ports = new Set<number | undefined>()
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end('ok')
    })
    const fetch = httpFetch()
    for (let i = 0; i < 3; i++) await fetch(url, { method: 'POST', body: '{}' })
    expect(ports.size).toBe(1)
  })

  test('goes out once more when the kept connection has been closed meanwhile', async () => {
    let count = 0
    const url = await serve((request, response) => {
      // The second request on the first connection is cut before any answer, as when its idle timeout ends just then.
      if (++count === 2) request.socket.destroy()
      else response.end(String(count))
    })
    const fetch = httpFetch()
    await fetch(url, { method: 'POST', body: '{}' })
    expect(await (await fetch(url, { method: 'POST', body: '{}' })).text()).toBe('3')
  })

  test('goes out only once on a connection of its own', async () => {
    let count = 0
    const url = await serve((request) => {
      count++
      request.socket.destroy()
    })
    await expect(httpFetch()(url, { method: 'POST', body: '{}' })).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(count).toBe(1)
  })
})

describe('an answer', () => {
  test('has headers without regard to case, and follows no redirect', async () => {
    const url = await serve((_, response) =>
      response.writeHead(307, { Location: '/there', 'X-Request-Id': 'r1' }).end(),
    )
    const response = await httpFetch()(url)
    expect(response).toMatchObject({ ok: false, status: 307 })
    expect(response.headers.get('X-Request-ID')).toBe('r1')
    expect(response.headers.get('nothing')).toBeNull()
    expect(response.headers.has('location')).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({ location: '/there' })
  })

  test('is read across chunks that split a character', async () => {
    const bytes = Buffer.from('"ü🎉"')
    const url = await serve((_, response) => {
      response.write(bytes.subarray(0, 2))
      setTimeout(() => response.end(bytes.subarray(2)), 10)
    })
    expect(await (await httpFetch()(url)).json()).toBe('ü🎉')
  })

  test('rejects from json(), not before, when it is no JSON', async () => {
    const url = await serve((_, response) => response.end('<html>'))
    const response = await httpFetch()(url)
    await expect(response.json()).rejects.toThrow(SyntaxError)
    expect(await response.text()).toBe('<html>')
  })

  test('is refused when it is too long', async () => {
    const url = await serve((_, response) => response.end('x'.repeat(1001)))
    await expect(httpFetch({ maxResponseBytes: 1000 })(url)).rejects.toThrow('expected an answer of at most 1000 bytes')
    expect(await (await httpFetch({ maxResponseBytes: 1001 })(url)).text()).toHaveLength(1001)
  })

  test('is an error when the connection breaks in the middle', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('half', () => response.destroy())
    })
    await expect(httpFetch()(url)).rejects.toMatchObject({ code: 'ECONNRESET', message: 'the answer broke off' })
  })
})

describe('an aborted call', () => {
  test('is not sent when the signal is aborted before', async () => {
    let count = 0
    const url = await serve((_, response) => {
      count++
      response.end()
    })
    await expect(httpFetch()(url, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    expect(count).toBe(0)
  })

  test.for(['first byte', 'last byte'])('ends at once while it waits for the %s', async (waiting) => {
    const controller = new AbortController()
    let closed: Promise<unknown> | undefined
    const url = await serve((_, response) => {
      closed = once(response, 'close')
      if (waiting === 'last byte') response.write('half')
      setTimeout(() => controller.abort(), 10)
    })
    await expect(httpFetch()(url, { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' })
    await closed
  })

  test('ends when its time is over, also where the answer has begun', async () => {
    const url = await serve((_request, response) => {
      response.write('half an ans')
    })
    await expect(httpFetch()(url, { timeoutMs: 50 })).rejects.toMatchObject({
      message: 'timed out after 50 ms',
      code: 'ETIMEDOUT',
    })
  })
})

test('a refused connection keeps its code, and the error as its cause', async () => {
  const url = await serve(() => undefined)
  server?.close()
  await expect(httpFetch()(url)).rejects.toMatchObject({
    code: 'ECONNREFUSED',
    message: `connect ECONNREFUSED ${new URL(url).host}`,
    cause: { code: 'ECONNREFUSED' },
  })
})
