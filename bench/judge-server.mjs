// An OpenAI-compatible server for benchmarks, in a process of its own: every chat completion is answered after a fixed delay with
// a valid answer for the JSON schema that was asked for, at as little CPU as possible, so that what is measured is the client.
//
//   node bench/judge-server.mjs [port = 0] [delayMs = 50]      prints its base URL
//   GET /stats → { total, maxInFlight, inFlight }              POST /reset sets total and maxInFlight to 0
import http from 'node:http'

const port = Number(process.argv[2] ?? 0)
const delayMs = Number(process.argv[3] ?? 50)

const rationale = 'The reply does what was asked.'
const fixedAnswers = {
  intent_judgement: { rationale, grade: 'perfect' },
  quality_judgement: { rationale, score: 5 },
  preference_judgement: { rationale, choice: 'first' },
  criterion_judgement: { rationale, verdict: 'met' },
}
const listedAnswers = {
  criteria_judgement: (indexes) => ({ criteria: indexes.map((index) => ({ index, rationale, verdict: 'met' })) }),
  entities_judgement: (indexes) => ({
    entities: indexes.map((index) => ({ index, evidence: rationale, found: true })),
  }),
  entities_exact_judgement: (indexes) => ({
    entities: indexes.map((index) => ({ index, evidence: rationale, found: true })),
    unexpected: [],
  }),
}
const ready = new Map(Object.entries(fixedAnswers).map(([name, answer]) => [name, encode(completion(answer))]))

let inFlight = 0
let maxInFlight = 0
let total = 0

const server = http.createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    if (request.method === 'GET' && request.url === '/stats') return send(response, { total, maxInFlight, inFlight })
    if (request.method === 'POST' && request.url === '/reset') {
      maxInFlight = total = 0
      return send(response, {})
    }
    if (request.method !== 'POST' || !request.url.endsWith('/chat/completions')) return send(response, {}, 404)
    inFlight++
    total++
    if (inFlight > maxInFlight) maxInFlight = inFlight
    const answer = answerFor((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)).latin1Slice())
    setTimeout(() => {
      inFlight--
      response.writeHead(200, answer.headers)
      response.end(answer.body)
    }, delayMs)
  })
})

/** The name is looked for in the raw text: within a JSON string its quotes would be escaped, so no prompt can spoof it. */
function answerFor(body) {
  const name = /"json_schema":\{"name":"(\w+)"/.exec(body)?.[1]
  const answer = ready.get(name)
  if (answer) return answer
  const list = listedAnswers[name]
  if (!list) return encode(completion(fixedAnswers.quality_judgement))
  const indexes = JSON.parse(/"index":\{[^}]*"enum":(\[[\d,]+\])/.exec(body)?.[1] ?? '[1]')
  return encode(completion(list(indexes)))
}

function completion(answer) {
  return {
    id: 'chatcmpl-bench',
    object: 'chat.completion',
    created: 0,
    model: 'bench-judge-2026-01-01',
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        message: { role: 'assistant', content: JSON.stringify(answer), refusal: null },
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 },
  }
}

function encode(value) {
  const body = Buffer.from(JSON.stringify(value))
  return { body, headers: { 'content-type': 'application/json', 'content-length': body.length } }
}

function send(response, value, status = 200) {
  const { body, headers } = encode(value)
  response.writeHead(status, headers)
  response.end(body)
}

server.keepAliveTimeout = 60_000
server.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => {
  console.log(`http://127.0.0.1:${server.address().port}/v1`)
})
