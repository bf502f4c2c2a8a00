import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The body that `openAIJudge` sends for a judgement, so that plain Vitest can be made to send the same.
 *
 * @param installed folder of the built package
 */
export async function recordRequest(installed, judgementRequest) {
  const { openAIJudge } = await import(pathToFileURL(join(installed, 'dist/judges/index.js')).href)
  let body = ''
  const server = createServer(async (request, response) => {
    for await (const chunk of request) body += chunk
    response.setHeader('connection', 'close')
    response.writeHead(400).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseURL = `http://127.0.0.1:${server.address().port}/v1`
  const judge = openAIJudge({ model: 'bench', baseURL, apiKey: 'bench', maxRetries: 0 })
  await judge.judge(judgementRequest).catch(() => undefined)
  server.close()
  if (body === '') throw new Error('openAIJudge sent no request')
  return JSON.parse(body)
}
