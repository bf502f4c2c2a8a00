import { expect, onTestFinished, test } from 'vitest'
import {
  startJudgeServer,
  type CompletionRequest,
  type JudgeServer,
  type JudgeServerOptions,
  type JudgeServerReply,
} from '../support/judge-server.js'
import { configWith, createProject } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const key = 'sk-faults-4c1d9e77a0b2'

/** What is enough of it to be looked for: a message that is cut short may hold a part. */
const partOfKey = key.slice(0, 13)

interface Fault {
  /** What the server does; without it the judge asks elsewhere, see `baseURL`. */
  reply?: JudgeServerReply
  baseURL?: string
  /** Options of this judge, as source text. */
  options?: string
  /** What the test run must say. */
  says: RegExp
  /** Requests for one judgement: the first, and what `maxRetries: 1` or a second try at an unusable answer adds. */
  calls?: number
}

async function startServer(options?: JudgeServerOptions): Promise<JudgeServer> {
  const server = await startJudgeServer(options)
  onTestFinished(() => server.close())
  return server
}

/** The report wraps its lines. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

test('no fault of a server passes a test, asks without end, or shows the key', { timeout: 120_000 }, async () => {
  const target = await startServer()
  const gone = await startJudgeServer()
  await gone.close()
  const plain = await startServer()
  const completion = (content: string) => ({ choices: [{ finish_reason: 'stop', message: { content } }] })

  const faults: Record<string, Fault> = {
    refused: {
      baseURL: gone.url,
      says: /expected an answer from \S+, got connect ECONNREFUSED \S+: start the server, or check baseURL \(asked 2 times\)/,
    },
    unknownHost: {
      baseURL: 'http://no-such-host.invalid/v1',
      says: /expected an answer from http:\/\/no-such-host\.invalid\/v1, got getaddrinfo (ENOTFOUND|EAI_AGAIN) no-such-host\.invalid: check the host in baseURL, and the network \(asked 2 times\)/,
    },
    wrongProtocol: {
      baseURL: plain.url.replace('http:', 'https:'),
      says: /expected an answer from https:\S+, got .*: write http:\/\/ in baseURL if the server speaks no TLS, else check its TLS versions \(asked 2 times\)/,
    },
    slow: {
      reply: { delayMs: 5_000, json: completion('{}') },
      options: 'timeoutMs: 300',
      says: /expected an answer from \S+ within 300 ms, got none: raise timeoutMs, or check the load of the server \(asked 2 times\)/,
      calls: 2,
    },
    stalled: {
      reply: { raw: '{"choices": [', stall: true },
      options: 'timeoutMs: 300',
      says: /expected an answer from \S+ within 300 ms, got none: raise timeoutMs/,
      calls: 2,
    },
    hanging: {
      reply: { hang: true },
      says: /openai\/hanging did not answer within 3000 ms: see whether the provider is up, or give it longer with judge\(\{ limits: \{ timeoutMs \} \}\) \(asked 2 times\)/,
      calls: 2,
    },
    denied: {
      reply: { status: 401, json: { error: { message: `Incorrect API key provided: ${key}.` } } },
      says: /got 401 Incorrect API key provided: \*\*\*\.: check OPENAI_API_KEY \(or apiKey\), and that it may use this model/,
      calls: 1,
    },
    storm: {
      reply: { status: 429, headers: { 'retry-after-ms': '1' }, json: { error: { message: `slow down, ${key}` } } },
      says: /got 429 slow down, \*\*\*: ask less at once \(limits\.maxInFlight\), wait, or check the quota of the account \(asked 7 times\)/,
      calls: 7,
    },
    exhausted: {
      reply: { status: 429, headers: { 'retry-after': '86400' }, json: { error: { message: 'quota of the day' } } },
      says: /got 429 quota of the day: ask less at once/,
      calls: 1,
    },
    broken: {
      reply: { status: 500, headers: { 'retry-after-ms': '1' }, json: { error: { message: `out of memory ${key}` } } },
      says: /got 500 out of memory \*\*\*: run again later, or raise maxRetries \(asked 2 times\)/,
      calls: 2,
    },
    closing: {
      reply: { destroy: true },
      says: /got socket hang up: check the network and baseURL \(asked 2 times\)/,
      calls: 2,
    },
    cut: {
      reply: { raw: JSON.stringify(completion('{"rationale":"r"')), cut: true },
      says: /got the answer broke off: check the network and baseURL \(asked 2 times\)/,
      calls: 2,
    },
    noJson: {
      reply: { raw: `{"choices": ${key}` },
      says: /expected a chat completion as JSON from \S+, got broken JSON, twice \(\{"choices": \*\*\*\): check that baseURL ends where \/chat\/completions begins/,
      calls: 2,
    },
    otherJson: {
      reply: { json: { ok: true, key } },
      says: /expected a chat completion as JSON from \S+, got something else, twice \(\{"ok":true,"key":"\*\*\*"\}\): check that baseURL/,
      calls: 2,
    },
    webPage: {
      reply: { raw: `<html>Log in ${key}</html>`, headers: { 'content-type': 'text/html' } },
      says: /expected a chat completion as JSON from \S+, got something else, twice \("?<html>Log in \*\*\*<\/html>"?\): check that baseURL/,
      calls: 2,
    },
    prose: {
      reply: { json: completion(`It is met, ${key}.`) },
      says: /expected JSON in the schema intent_judgement from \S+, got no JSON, twice \(It is met, \*\*\*\.\): use a model and a server that support structured output/,
      calls: 2,
    },
    otherSchema: {
      reply: { json: completion('{"rationale":"r","grade":"superb"}') },
      says: /expected JSON in the schema intent_judgement from \S+, got other JSON \(grade: .*\), twice \(\{"rationale":"r","grade":"superb"\}\): use a model/,
      calls: 2,
    },
    moved: {
      reply: { status: 307, headers: { location: `${target.url}/chat/completions?key=${key}` }, json: {} },
      says: /got 307, a redirect to \S+\?key=\*\*\*: set baseURL to where it leads, if that is right/,
      calls: 1,
    },
  }
  const names = Object.keys(faults)
  const server = await startServer({ reply: ({ model }: CompletionRequest) => faults[model]!.reply! })
  const judges = names.map((name) => {
    const { baseURL = server.url, options = '' } = faults[name]!
    return `${name}: openAIJudge({ model: '${name}', baseURL: '${baseURL}', maxRetries: 1, ${options} })`
  })
  const project = createProject({
    'vitest.config.ts': configWith(
      `{ judge: localJudge(), judges: { ${judges.join(', ')} }, limits: { timeoutMs: 3_000, maxInFlight: 100 } }`,
      'maxConcurrency: 100, testTimeout: 30_000',
    ),
    // Neither the assertion nor its opposite holds of what nobody judged.
    'a.test.js': `import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(({ message }) => 'You said: ' + message)
for (const judge of ${JSON.stringify(names)}) {
  test.concurrent(judge, async () => {
    await expect(await ask('hello')).toHaveIntent('greeting', { judge })
  })
  test.concurrent('not ' + judge, async () => {
    await expect(await ask('goodbye')).not.toHaveIntent('greeting', { judge })
  })
}
`,
  })

  const { exitCode, output } = await project.run({
    args: ['--reporter=json', '--outputFile=report.json'],
    env: { OPENAI_API_KEY: key },
  })

  expect(exitCode).toBe(1)
  const report = JSON.parse(project.read('report.json')) as {
    numPassedTests: number
    numFailedTests: number
    testResults: { assertionResults: { title: string; failureMessages: string[] }[] }[]
  }
  expect(report).toMatchObject({ numPassedTests: 0, numFailedTests: 2 * names.length })
  const said = new Map(
    report.testResults[0]!.assertionResults.map(({ title, failureMessages }) => [
      title,
      unwrapped(failureMessages.join()),
    ]),
  )
  for (const name of names) {
    for (const title of [name, `not ${name}`]) expect.soft(said.get(title), title).toMatch(faults[name]!.says)
    const calls = server.requests.filter(({ body }) => body.model === name)
    expect.soft(calls.length, `calls of ${name}`).toBe(2 * (faults[name]!.calls ?? 0))
  }
  expect(plain.total).toBe(0)
  expect(plain.connections).toBe(4)
  expect(target.connections).toBe(0)

  const [run] = await storedResults(project)
  expect(run).toMatchObject({ result: { outcome: 'failed', passed: 0, judged: 0, errors: 2 * names.length } })
  expect(project.has('snapshots/a.test.js.judge.yaml')).toBe(false)
  for (const text of [output, project.read('report.json'), JSON.stringify(run)]) expect(text).not.toContain(partOfKey)
})
