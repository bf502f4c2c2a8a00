import { describe, expect, test } from 'vitest'
import { JudgeFailure, type ProjectJudges } from '../../src/judge-service/judge-service.js'
import { defineJudge, type DefineJudgeOptions } from '../../src/judges/define-judge.js'
import { JudgeError } from '../../src/judges/judge-error.js'
import type { IntentRequest, Judge, JudgementRequest } from '../../src/judges/judge.js'
import { deferred, noAbort, settled } from './deferred.js'
import { testService } from './test-service.js'

const request: IntentRequest = { metric: 'intent', input: 'Hi', reply: 'Hello!', intent: 'greeting' }

function judgeOf(judge: DefineJudgeOptions['judge'], name = 'acme/tone'): Judge {
  return defineJudge({ name, version: 1, judge })
}

const good = judgeOf(() => ({ value: 0.9, rationale: 'It greets.' }))
const standIn = judgeOf(() => ({ value: 0.5, rationale: 'Half and half.' }), 'stand-in')

function serviceOf(judges: Partial<ProjectJudges> = {}, { maxInFlight = 10, timeoutMs = 5_000 } = {}) {
  const { service } = testService({ maxInFlight, timeoutMs })
  service.addProject('', { own: { judge: good }, named: new Map(), intents: {}, ...judges })
  const ask = (
    { trial = 0, judge, ...more }: { trial?: number; judge?: string } & Partial<JudgementRequest> = {},
    signal = noAbort(),
  ) => service.judge({ project: '', trial, judge, request: { ...request, ...more } as JudgementRequest }, signal)
  return { service, ask }
}

/** A judge that answers when it is told to, and stops when it is cancelled. */
function patientJudge() {
  const calls: { request: JudgementRequest; signal: AbortSignal; answer: () => void }[] = []
  const judge = judgeOf((asked, { signal = noAbort() }) => {
    const { promise, resolve, reject } = deferred<{ value: number; rationale: string }>()
    signal.addEventListener('abort', () => reject(signal.reason as Error))
    calls.push({ request: asked, signal, answer: () => resolve({ value: 1, rationale: 'Yes.' }) })
    return promise
  })
  return { judge, calls }
}

test("the project's judge answers, and is named", async () => {
  const { ask } = serviceOf()
  expect(await ask()).toEqual({
    judgement: { value: 0.9, rationale: 'It greets.' },
    judge: { name: 'acme/tone', kind: 'custom', fingerprint: good.fingerprint },
  })
})

test('a named judge answers where it is named', async () => {
  const strict = judgeOf(() => ({ value: 0.1, rationale: 'Not enough.' }), 'acme/strict')
  const { ask } = serviceOf({ named: new Map([['strict', { judge: strict }]]) })
  expect(await ask({ judge: 'strict' })).toMatchObject({ judgement: { value: 0.1 }, judge: { name: 'acme/strict' } })
})

test('a judge of another name is refused with the names that there are', async () => {
  const named = new Map([
    ['strict', { judge: good }],
    ['mild', { judge: good }],
  ])
  await expect(serviceOf({ named }).ask({ judge: 'stirct' })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: no judge is named "stirct" (declared are: strict, mild); declare it with judge({ judges: { 'stirct': … } })]`,
  )
  await expect(serviceOf().ask({ judge: 'strict' })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: no judge is named "strict" (none is declared); declare it with judge({ judges: { 'strict': … } })]`,
  )
})

test('a project that has not joined is refused', async () => {
  const { service } = serviceOf()
  const question = { project: 'unit', trial: 0, request }
  await expect(service.judge(question, noAbort())).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: no judges are known for project "unit"]`,
  )
})

test('two projects ask each its own judge', async () => {
  const { service } = serviceOf()
  service.addProject('other', { own: { judge: standIn }, named: new Map(), intents: {} })
  const answers = await Promise.all(
    ['', 'other'].map((project) => service.judge({ project, trial: 0, request }, noAbort())),
  )
  expect(answers.map(({ judge }) => judge.name)).toEqual(['acme/tone', 'stand-in'])
})

describe('what is known of an intent', () => {
  const intents = {
    greeting: { description: 'Says hello.', examples: ['Good day.'], alternatives: ['farewell'] },
    constructor: { description: 'Builds.' },
  }

  async function seen(more: Partial<IntentRequest>) {
    const requests: JudgementRequest[] = []
    const judge = judgeOf((asked) => {
      requests.push(asked)
      return { value: 1, rationale: '' }
    })
    await serviceOf({ own: { judge }, intents }).ask(more)
    return requests[0]
  }

  test('is added to the request', async () => {
    expect(await seen({})).toEqual({ ...request, ...intents.greeting })
  })

  test('gives way to what the assertion says', async () => {
    expect(await seen({ examples: ['Hey!'] })).toEqual({ ...request, ...intents.greeting, examples: ['Hey!'] })
  })

  test('belongs to its label alone, whatever the label', async () => {
    for (const intent of ['refund', 'toString', '__proto__']) {
      expect(await seen({ intent })).toEqual({ ...request, intent })
    }
    expect(await seen({ intent: 'constructor' })).toMatchObject({ description: 'Builds.' })
  })
})

describe('one call for the same question', () => {
  test('asked twice at once; another trial is another question', async () => {
    const { judge, calls } = patientJudge()
    const { ask } = serviceOf({ own: { judge } })
    const answers = [ask(), ask(), ask({ trial: 1 })]
    await settled()
    expect(calls).toHaveLength(2)
    for (const { answer } of calls) answer()
    expect(await Promise.all(answers)).toHaveLength(3)
  })

  test('is cancelled when the last one who waits goes, and frees its place', async () => {
    const { judge, calls } = patientJudge()
    const { ask } = serviceOf({ own: { judge } }, { maxInFlight: 1 })
    const [one, other] = [new AbortController(), new AbortController()]
    const refused = Promise.allSettled([ask({}, one.signal), ask({}, other.signal)])
    const next = ask({ reply: 'Another reply.' })
    await settled()
    one.abort(new Error('first gone'))
    await settled()
    expect(calls[0]!.signal.aborted).toBe(false)
    other.abort(new Error('second gone'))
    expect(await refused).toMatchObject([{ reason: { message: 'first gone' } }, { reason: { message: 'second gone' } }])
    expect(calls[0]!.signal.aborted).toBe(true)
    await settled()
    expect(calls).toHaveLength(2)
    calls[1]!.answer()
    await next
  })

  test('but not when it was cancelled while waiting for its place', async () => {
    const { judge, calls } = patientJudge()
    const { ask } = serviceOf({ own: { judge } }, { maxInFlight: 1 })
    const running = ask()
    const controller = new AbortController()
    const waiting = ask({ reply: 'Never judged.' }, controller.signal)
    controller.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    calls[0]!.answer()
    await running
    await settled()
    expect(calls).toHaveLength(1)
  })
})

test('a judge that does not answer in time is told to stop, and its place is free again', async () => {
  const { judge, calls } = patientJudge()
  const { ask } = serviceOf({ own: { judge } }, { timeoutMs: 30, maxInFlight: 1 })
  const late = ask()
  await expect(late).rejects.toBeInstanceOf(JudgeFailure)
  await expect(late).rejects.toThrowErrorMatchingInlineSnapshot(
    `[JudgeFailure: acme/tone did not answer within 30 ms: see whether the provider is up, or give it longer with judge({ limits: { timeoutMs } })]`,
  )
  expect(calls[0]!.signal.aborted).toBe(true)
  const next = ask()
  await settled()
  calls[1]!.answer()
  expect(await next).toMatchObject({ judgement: { value: 1 } })
})

test('a judge that does not listen when it is told to stop is not waited for either', async () => {
  const { ask } = serviceOf({ own: { judge: judgeOf(() => new Promise(() => undefined)) } }, { timeoutMs: 30 })
  await expect(ask()).rejects.toThrow('did not answer within 30 ms')
})

test.for([
  ['NaN', { value: NaN, rationale: '' }],
  ['1.2', { value: 1.2, rationale: '' }],
  ['-0.1', { value: -0.1, rationale: '' }],
  ["'0.9'", { value: '0.9', rationale: '' }],
  ['no rationale', { value: 0.9 }],
  ['null without a reason', { value: null, rationale: 'Hm.' }],
  ['a reason without null', { value: 1, rationale: '', declined: 'no ground' }],
  ['nothing', undefined],
  ['a bare number', 0.9],
] as const)('an answer that is no judgement is a failure of the judge: %s', async ([, answer]) => {
  // Not of defineJudge, which would refuse the answer itself.
  const raw: Judge = { name: 'raw', kind: 'custom', fingerprint: 'f', judge: () => Promise.resolve(answer as never) }
  const failure: unknown = await serviceOf({ own: { judge: raw }, outageJudge: standIn })
    .ask()
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(JudgeFailure)
  expect(failure).toMatchObject({
    judge: { name: 'raw' },
    message: expect.stringContaining('judge raw: expected') as string,
  })
})

test('a declined judgement is an answer', async () => {
  const { ask } = serviceOf({ own: { judge: judgeOf(() => ({ value: null, rationale: '', declined: 'no ground' })) } })
  expect(await ask()).toMatchObject({ judgement: { value: null, declined: 'no ground' } })
})

test('the model that answered goes into the record', async () => {
  const { ask } = serviceOf({
    own: { judge: judgeOf(() => ({ value: 1, rationale: '', servedModel: 'gpt-4.1-mini-2025-04-14' })) },
  })
  expect(await ask()).toMatchObject({ judge: { servedModel: 'gpt-4.1-mini-2025-04-14' } })
})

describe('when the judge fails', () => {
  const down = judgeOf(() => {
    throw new Error('503 overloaded')
  })
  const outage = new JudgeError('connection refused', { reason: 'connection' })
  const wrongKey = new JudgeError('401 invalid key', { reason: 'auth' })
  const failing = (error: Error) => judgeOf(() => Promise.reject(error))

  test('that is an error which names it', async () => {
    const failure: unknown = await serviceOf({ own: { judge: down } })
      .ask()
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(JudgeFailure)
    expect(failure).toMatchObject({ message: '503 overloaded', judge: { name: 'acme/tone' } })
  })

  test("with onOutage: 'local' another stands in, and is named with the reason", async () => {
    for (const judge of [down, failing(outage)]) {
      const { ask } = serviceOf({ own: { judge }, outageJudge: standIn })
      expect(await ask()).toEqual({
        judgement: { value: 0.5, rationale: 'Half and half.' },
        judge: {
          name: 'stand-in',
          kind: 'custom',
          fingerprint: standIn.fingerprint,
          standIn: "acme/tone failed and onOutage is 'local'",
        },
      })
    }
  })

  test('it stands in for one that does not answer in time, too', async () => {
    const { ask } = serviceOf({ own: { judge: patientJudge().judge }, outageJudge: standIn }, { timeoutMs: 20 })
    expect(await ask()).toMatchObject({ judge: { name: 'stand-in' } })
  })

  test('but not for a wrong key, which would hide it', async () => {
    const { ask } = serviceOf({ own: { judge: failing(wrongKey) }, outageJudge: standIn })
    await expect(ask()).rejects.toMatchObject({ name: 'JudgeFailure', message: '401 invalid key' })
  })

  test('nor for one that stands in itself', async () => {
    const own = { judge: down, standIn: 'no key' }
    const { ask } = serviceOf({ own, outageJudge: standIn })
    await expect(ask()).rejects.toMatchObject({ judge: { name: 'acme/tone', standIn: 'no key' } })
  })

  test('nor for a question that nobody wants any more', async () => {
    const { judge } = patientJudge()
    const { ask } = serviceOf({ own: { judge }, outageJudge: standIn })
    const controller = new AbortController()
    const cancelled = ask({}, controller.signal)
    controller.abort(new Error('cancelled by the test'))
    await expect(cancelled).rejects.toThrow('cancelled by the test')
  })

  test('and so does the one that stands in, the failure names that one', async () => {
    const broken = judgeOf(() => {
      throw new Error('broken too')
    }, 'stand-in')
    const { ask } = serviceOf({ own: { judge: down }, outageJudge: broken })
    await expect(ask()).rejects.toMatchObject({
      name: 'JudgeFailure',
      message: 'broken too',
      judge: { name: 'stand-in', standIn: "acme/tone failed and onOutage is 'local'" },
    })
  })
})
