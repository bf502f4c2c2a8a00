import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type {} from '../../src/matchers/augment-expect.js'
import { matchers } from '../../src/matchers/matchers.js'
import { JudgeClient } from '../../src/judge-service/judge-client.js'
import { startJudgeServer, type JudgeServer } from '../../src/judge-service/judge-server.js'
import { defineJudge } from '../../src/judges/define-judge.js'
import type { JudgementRequest } from '../../src/judges/judge.js'
import { runInTrial, TrialScope } from '../../src/worker/test-scope.js'
import { setWorker } from '../../src/worker/worker-state.js'
import { testService } from '../judge-service/test-service.js'

const asked: { request: JudgementRequest; trial: number | undefined }[] = []

/** Scores by a number in the reply, `[0.9]`; declines on `[declined]`, fails on `[down]`. */
const marker = defineJudge({
  name: 'marker',
  version: 1,
  judge: (request, { trial }) => {
    asked.push({ request, trial })
    const { reply } = request as { reply: string }
    if (reply.includes('[down]')) throw new Error('the marker judge is down')
    if (reply.includes('[declined]')) return { value: null, rationale: 'It says so.', declined: 'Write a number.' }
    return {
      value: Number(/\[([\d.]+)\]/.exec(reply)?.[1] ?? 1),
      rationale: 'It says so.',
      usage: { inputTokens: 9, outputTokens: 3 },
    }
  },
})

let server: JudgeServer
let client: JudgeClient
let trial: TrialScope

beforeAll(async () => {
  const { service, replies } = testService({ maxInFlight: 5 })
  const named = new Map([['standing in', { judge: marker, standIn: 'no API key' }]])
  service.addProject('', { own: { judge: marker }, named, intents: {} })
  server = await startJudgeServer({ service, replies, root: '/', onWatch: () => undefined })
  client = new JudgeClient(server.address, '')
  setWorker({
    vitest: { describe, expect, test },
    client,
    options: { service: server.address, project: '', declaredTags: null },
    testFile: undefined,
    watchFile: () => undefined,
  })
  expect.extend(matchers)
})

afterAll(async () => {
  client.close()
  await server.close()
})

beforeEach(({ task, signal }) => {
  asked.length = 0
  trial = new TrialScope({ task, attempt: 0, repeat: 0, trial: 2, number: 2, signal })
})

const inTrial = <T>(run: () => T | Promise<T>): Promise<T> => runInTrial(trial, run)
const reply = (text: string, more: object = {}) => ({ input: 'Where is order 7?', text, durationMs: 20, ...more })

const scores = () => trial.toRecord(true).scores

describe('a judged matcher', () => {
  test('asks the judge for what it asserts, and records score and reply', async () => {
    await inTrial(async () => {
      await expect(reply('On its way. [0.9]')).toHaveIntent('order_support', {
        examples: ['It is coming.'],
        id: 'first',
      })
    })
    expect(asked).toEqual([
      {
        request: {
          metric: 'intent',
          input: 'Where is order 7?',
          reply: 'On its way. [0.9]',
          intent: 'order_support',
          examples: ['It is coming.'],
        },
        trial: 2,
      },
    ])
    expect(trial.toRecord(true)).toEqual({
      attempt: 0,
      repeat: 0,
      trial: 2,
      replies: [{ input: 'Where is order 7?', text: 'On its way. [0.9]', durationMs: 20 }],
      scores: [
        {
          metric: 'intent',
          id: 'first',
          unit: 'unit',
          value: 0.9,
          threshold: 0.8,
          negated: false,
          passed: true,
          rationale: 'It says so.',
          judge: { name: 'marker', kind: 'custom', fingerprint: marker.fingerprint },
          expectation: { intent: 'order_support', examples: ['It is coming.'] },
          reply: 0,
          usage: { inputTokens: 9, outputTokens: 3 },
        },
      ],
      errors: [],
      passed: true,
    })
  })

  test('holds at its threshold and misses below it, and .not the other way round', async () => {
    await inTrial(async () => {
      await expect(reply('[0.8]')).toHaveIntent('a')
      await expect(reply('[0.7]')).toExtractEntities({ order: '7' })
      await expect(reply('[0.5]')).toScoreAtLeast(3)
      await expect(reply('[0.79]')).not.toHaveIntent('a')
      await expect(expect(reply('[0.79]')).toHaveIntent('a')).rejects.toThrow('Received: 0.79 from marker')
      await expect(expect(reply('[0.69]')).toExtractEntities({ order: '7' })).rejects.toThrow('at least 0.7')
      await expect(expect(reply('[0.49]')).toScoreAtLeast(3)).rejects.toThrow('Received: 2.96 of 5')
      await expect(expect(reply('[0.8]')).not.toHaveIntent('a')).rejects.toThrow('a score below 0.8')
    })
    expect(scores().map(({ passed }) => passed)).toEqual([true, true, true, true, false, false, false, false])
  })

  test.for<[string, () => Promise<void>, object, number]>([
    [
      'toMeetCriterion',
      () =>
        expect(reply('Order 7.')).toMeetCriterion('names the order', {
          check: { matches: /7/ },
          context: 'Order 7: Bern',
        }),
      {
        metric: 'criterion',
        criterion: 'names the order',
        check: { matches: { source: '7', flags: '' } },
        context: 'Order 7: Bern',
      },
      1,
    ],
    [
      'toBeFaithfulTo',
      () => expect(reply('Order 7.')).toBeFaithfulTo(['Order 7: Bern', 'Order 8: Olten']),
      { metric: 'faithfulness', context: ['Order 7: Bern', 'Order 8: Olten'] },
      0.8,
    ],
    [
      'toBeFaithfulTo',
      () => expect(reply('Order 7.')).toBeFaithfulTo('Order 7: Bern'),
      { metric: 'faithfulness', context: ['Order 7: Bern'] },
      0.8,
    ],
    [
      'toAgreeWith',
      () => expect(reply('Order 7.')).toAgreeWith('It is in Bern.'),
      { metric: 'agreement', reference: 'It is in Bern.' },
      0.8,
    ],
    [
      'toBeSemanticallyCloseTo',
      () => expect(reply('Order 7.')).toBeSemanticallyCloseTo('It is in Bern.'),
      { metric: 'similarity', text: 'It is in Bern.' },
      0.8,
    ],
    ['toRefuse', () => expect(reply('Order 7.')).toRefuse(), { metric: 'refusal' }, 1],
  ])('%s asks for what it is given, with its own threshold', async ([, call, request, threshold]) => {
    await inTrial(call)
    expect(asked.map((question) => question.request)).toEqual([
      { input: 'Where is order 7?', reply: 'Order 7.', ...request },
    ])
    const { metric, ...expectation } = request as Record<string, unknown>
    expect(scores()).toMatchObject([{ metric, expectation, threshold, passed: true }])
  })

  test('grades hold at their threshold and miss below it, and .not the other way round', async () => {
    await inTrial(async () => {
      await expect(reply('[0.8]')).toBeFaithfulTo('a')
      await expect(reply('[0.8]')).toAgreeWith('a')
      await expect(reply('[0.5]')).toBeSemanticallyCloseTo('a', { atLeast: 0.5 })
      await expect(reply('[0.5]')).not.toRefuse()
      await expect(reply('[0.5]')).not.toMeetCriterion('a')
      await expect(expect(reply('[0.5]')).not.toRefuse({ atLeast: 0.5 })).rejects.toThrow('a score below 0.5')
      await expect(expect(reply('[0.5]')).toMeetCriterion('names it')).rejects.toThrow(
        "expect(reply).toMeetCriterion('names it')\n\nExpected: a score of at least 1\nReceived: 0.5 from marker",
      )
      await expect(expect(reply('[0.5]')).toBeFaithfulTo(['a', 'b'])).rejects.toThrow('toBeFaithfulTo(2 passages)')
    })
    expect(scores().map(({ passed }) => passed)).toEqual([true, true, true, true, true, false, false, false])
  })

  test('takes a bare string with its input; the same text to the same input is one reply', async () => {
    await inTrial(async () => {
      await expect('[0.9]').toHaveIntent('a', { input: 'Hi' })
      await expect('[0.9]').toScoreAtLeast(3, { input: 'Hi' })
      await expect('[0.9]').toScoreAtLeast(3, { input: 'Bye' })
    })
    expect(trial.replies).toEqual([
      { input: 'Hi', text: '[0.9]' },
      { input: 'Bye', text: '[0.9]' },
    ])
    expect(scores().map((score) => score.reply)).toEqual([0, 0, 1])
  })

  test('compares in code what the assistant itself returned, and asks nobody', async () => {
    const known = reply('Fine.', { intent: 'OrderSupport', entities: { order: '7', colour: 'red' } })
    await inTrial(async () => {
      await expect(known).toHaveIntent('order_support')
      await expect(known).not.toHaveIntent('refund')
      await expect(known).toExtractEntities({ order: '7' })
    })
    expect(asked).toEqual([])
    expect(scores().map(({ judge, value }) => [judge.name, value])).toEqual([
      ['code', 1],
      ['code', 0],
      ['code', 1],
    ])
  })

  test('fails where the chosen judge declines, under .not too, and records no value', async () => {
    await inTrial(async () => {
      await expect(expect(reply('[declined]')).toHaveIntent('a')).rejects.toThrow('marker declined')
      await expect(expect(reply('[declined]')).not.toHaveIntent('a')).rejects.toThrow('Next:  Write a number.')
    })
    expect(scores()).toMatchObject([
      { value: null, passed: null, declined: 'Write a number.' },
      { value: null, passed: null, negated: true },
    ])
  })

  test('lets the test go on where one that stands in declines, under .not too, and says that it was not judged', async () => {
    const options = { judge: 'standing in' }
    await inTrial(async () => {
      await expect(reply('[declined]')).toHaveIntent('a', options)
      await expect(reply('[declined]')).not.toHaveIntent('a', options)
    })
    expect(trial.notJudged).toBe('not judged: Write a number.')
    expect(scores().map(({ passed }) => passed)).toEqual([null, null])
  })

  test('fails where the judge fails, under .not too, and records an error and no value', async () => {
    await inTrial(async () => {
      await expect(expect(reply('[down]')).toHaveIntent('a')).rejects.toThrow('the marker judge is down')
      await expect(expect(reply('[down]')).not.toHaveIntent('a')).rejects.toThrow('the marker judge is down')
    })
    const message = 'the marker judge is down'
    expect(trial.errors).toEqual([
      { stage: 'judge', message },
      { stage: 'judge', message },
    ])
    expect(scores()).toMatchObject([
      { value: null, error: 'the marker judge is down' },
      { value: null, passed: null },
    ])
  })

  test('records scores in the order of the calls, whichever came first', async () => {
    await inTrial(() =>
      Promise.all([
        expect(reply('slow [0.9]')).toHaveIntent('a', { id: 'one' }),
        expect(reply('Fine.', { intent: 'a' })).toHaveIntent('a', { id: 'two' }),
      ]),
    )
    expect(scores().map(({ id }) => id)).toEqual(['one', 'two'])
  })

  test('keeps apart two replies of the same words', async () => {
    await inTrial(async () => {
      await expect(reply('[0.9]')).toHaveIntent('a')
      await expect(reply('[0.9]', { durationMs: 30 })).toHaveIntent('a')
    })
    expect(trial.replies.map(({ durationMs }) => durationMs)).toEqual([20, 30])
  })
})

describe('toRespondWithin', () => {
  test('holds a duration against its limit, and records milliseconds', async () => {
    await inTrial(() => {
      expect(reply('a')).toRespondWithin(20)
      expect(reply('b')).not.toRespondWithin(19)
      expect(() => {
        expect(reply('c')).toRespondWithin(19)
      }).toThrowErrorMatchingInlineSnapshot(`
        [Error: expect(reply).toRespondWithin(19)

        Expected: an answer within 19 ms
        Received: 20 ms]
      `)
      expect(() => {
        expect(reply('d')).not.toRespondWithin(20)
      }).toThrow('Expected: an answer after more than 20 ms')
    })
    expect(scores()).toMatchObject([
      { metric: 'latency', unit: 'ms', value: 20, threshold: 20, passed: true, expectation: {} },
      { negated: true, passed: true },
      { passed: false },
      { negated: true, passed: false },
    ])
  })

  test.for<[string, unknown, unknown, string]>([
    ['a bare string', 'Hello!', 5, 'a bare string has no duration'],
    [
      'a reply without a duration',
      { input: '', text: 'Hello!' },
      5,
      'this reply has no duration (durationMs: undefined)',
    ],
    ['no limit', reply('a'), undefined, 'expected a limit in milliseconds above 0, got undefined'],
    ['a limit of 0', reply('a'), 0, 'expected a limit in milliseconds above 0, got 0'],
    ['a limit of NaN', reply('a'), NaN, 'expected a limit in milliseconds above 0, got NaN'],
  ])('refuses %s, under .not too', async ([, received, ms, message]) => {
    await inTrial(() => {
      expect(() => {
        expect(received).toRespondWithin(ms as number)
      }).toThrow(message)
      expect(() => {
        expect(received).not.toRespondWithin(ms as number)
      }).toThrow(message)
    })
    expect(scores()).toEqual([])
  })
})

describe('wrong arguments are an error, under .not too, and ask nobody', () => {
  type Call = (assertion: ReturnType<typeof expect<unknown>>) => Promise<void>
  test.for<[string, Call, string]>([
    [
      'an intent',
      (to) => to.toHaveIntent(''),
      "expected the intent as a label such as 'order_support', got an empty string",
    ],
    ['an option', (to) => to.toHaveIntent('a', { atleast: 1 } as object), 'unknown option "atleast"'],
    [
      'a threshold',
      (to) => to.toHaveIntent('a', { atLeast: 0 }),
      'expected the threshold above 0 and at most 1, got 0',
    ],
    ['no entities', (to) => to.toExtractEntities({}), 'expected the entities by name'],
    [
      'a reference date',
      (to) => to.toExtractEntities({ when: 'tomorrow' }, { referenceDate: 'Friday' }),
      "expected `referenceDate` to be an ISO date, such as '2026-03-31', got",
    ],
    ['a function as entity', (to) => to.toExtractEntities({ f: () => 1 }), 'must be plain data'],
    ['a score of 0..1', (to) => to.toScoreAtLeast(0.8), "it would always pass. For 0..1 write { scale: 'unit' }"],
    ['a score above 5', (to) => to.toScoreAtLeast(6), 'expected a score from 1 to 5, got 6'],
    [
      'a score above 1',
      (to) => to.toScoreAtLeast(4, { scale: 'unit' }),
      'expected the threshold above 0 and at most 1, got 4',
    ],
    [
      'a scale',
      (to) => to.toScoreAtLeast(4, { scale: '1-10' as '1-5' }),
      `expected the option "scale" as '1-5' or 'unit', got "1-10"`,
    ],
    ['a criterion', (to) => to.toMeetCriterion(' '), 'expected the criterion in a sentence'],
    [
      'a check',
      (to) => to.toMeetCriterion('a', { check: { mention: 'b' } as never }),
      `expected the option "check" as a check such as { mentions: '12345' }, got an object with mention`,
    ],
    ['no passage', (to) => to.toBeFaithfulTo([]), 'none of them empty, got an empty list'],
    ['an empty passage', (to) => to.toBeFaithfulTo(['a', '']), 'none of them empty, got an empty string'],
    ['a context', (to) => to.toBeFaithfulTo({} as never), 'a text or a list of texts'],
    ['a reference', (to) => to.toAgreeWith(7 as never), 'expected the reference answer as a text, got 7'],
    ['a text', (to) => to.toBeSemanticallyCloseTo(''), 'expected a text to compare with, got an empty string'],
    ['an option of another', (to) => to.toAgreeWith('a', { check: {} } as object), 'unknown option "check"'],
    ['options', (to) => to.toRefuse('full' as never), 'toRefuse: expected its options as an object, got "full"'],
    ['a threshold of 0', (to) => to.toRefuse({ atLeast: 0 }), 'above 0 and at most 1, got 0'],
    ['two rubrics', (to) => to.toScoreAtLeast(4, { rubric: 'a', criteria: [{ text: 'b' }] }), 'give one of the two'],
  ])('%s', async ([, call, message]) => {
    await inTrial(async () => {
      await expect((async () => call(expect(reply('a'))))()).rejects.toThrow(message)
      await expect((async () => call(expect(reply('a')).not as never))()).rejects.toThrow(message)
    })
    expect(asked).toEqual([])
    expect(trial.assertions).toEqual([])
  })

  test('a judge that is not declared', async () => {
    await inTrial(async () => {
      await expect(expect(reply('a')).toHaveIntent('a', { judge: 'strict' })).rejects.toThrow(
        'no judge is named "strict" (declared are: standing in)',
      )
    })
  })

  test('outside a test', () => {
    expect(() => expect(reply('a')).toHaveIntent('a')).toThrow('toHaveIntent belongs inside a test')
  })

  test('inside another value', async () => {
    const asymmetric = expect as unknown as { toHaveIntent: (intent: string) => unknown }
    await inTrial(() => {
      expect(() => {
        expect({ reply: reply('a') }).toEqual({ reply: asymmetric.toHaveIntent('a') })
      }).toThrow('cannot stand inside another value')
    })
  })

  test('of .rejects', async () => {
    await inTrial(async () => {
      await expect(expect(Promise.reject(new Error('down'))).rejects.toHaveIntent('a')).rejects.toThrow(
        '.rejects.toHaveIntent() judges an error',
      )
    })
  })
})
