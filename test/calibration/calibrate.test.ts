import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, expectTypeOf, onTestFinished, test } from 'vitest'
import { calibrate } from '../../src/calibration/calibrate.js'
import type { LabelledReply } from '../../src/calibration/labelled-reply.js'
import { defineJudge } from '../../src/judges/define-judge.js'
import { localJudge } from '../../src/judges/local/local-judge.js'
import { openAIJudge } from '../../src/judges/openai-judge.js'
import { startJudgeServer } from '../support/judge-server.js'

/** Scores by a number in the reply; declines and fails as the reply says. */
const marker = defineJudge({
  name: 'marker',
  version: 1,
  judge(request) {
    const reply = request.metric === 'preference' ? request.replies[0] : request.reply
    if (reply.includes('[declined]')) return { value: null, rationale: '', declined: 'nothing to go by' }
    if (reply.includes('[down]')) throw new Error('the marker judge is down')
    return { value: Number(/\[([\d.]+)\]/.exec(reply)?.[1] ?? 1), rationale: `as it says: ${reply}` }
  },
})

function quality(label: number, judged: number, label2?: number): LabelledReply {
  const reply = `[${(judged - 1) / 4}]`
  return { metric: 'quality', input: 'Hi', reply, label, ...(label2 !== undefined && { label2 }) }
}

describe('a judge of quality', () => {
  test('is compared on the scale of 1 to 5, beside what two people agree on', async () => {
    const rows = [
      ...Array.from({ length: 10 }, () => quality(5, 5, 5)),
      ...Array.from({ length: 5 }, () => quality(4, 3, 4)),
      ...Array.from({ length: 5 }, () => quality(2, 2, 1)),
      ...Array.from({ length: 2 }, () => quality(1, 4)),
    ]
    const { metrics, replies, ...rest } = await calibrate(marker, rows)
    expect(replies[10]).toEqual({
      metric: 'quality',
      label: '4',
      label2: '4',
      judged: '3',
      value: 0.5,
      rationale: 'as it says: [0.5]',
    })
    expect({ ...rest, fingerprint: typeof rest.fingerprint, metrics }).toMatchInlineSnapshot(`
      {
        "fingerprint": "string",
        "judge": "marker",
        "metrics": [
          {
            "agreement": 0.6818181818181818,
            "confidence": 0.95,
            "confusion": [
              [
                0,
                0,
                0,
                2,
                0,
              ],
              [
                0,
                5,
                0,
                0,
                0,
              ],
              [
                0,
                0,
                0,
                0,
                0,
              ],
              [
                0,
                0,
                5,
                0,
                0,
              ],
              [
                0,
                0,
                0,
                0,
                10,
              ],
            ],
            "declined": 0,
            "errored": 0,
            "humanKappa": {
              "lower": 0.9174311926605505,
              "n": 20,
              "upper": 0.9626865671641791,
              "value": 0.9411764705882353,
            },
            "kappa": {
              "lower": 0.43217286914765907,
              "n": 22,
              "upper": 0.9515418502202643,
              "value": 0.7134767836919592,
            },
            "labels": [
              "1",
              "2",
              "3",
              "4",
              "5",
            ],
            "metric": "quality",
            "n": 22,
            "pass": {
              "from": "4",
              "sensitivity": {
                "lower": 0.41713547738519785,
                "n": 15,
                "upper": 0.8482367556028527,
                "value": 0.6666666666666666,
              },
              "specificity": {
                "lower": 0.3589344518326194,
                "n": 7,
                "upper": 0.9177810759959433,
                "value": 0.7142857142857143,
              },
            },
            "passCounts": [
              {
                "atLeast": 0.25,
                "falseNegatives": 0,
                "falsePositives": 2,
                "trueNegatives": 0,
                "truePositives": 20,
              },
              {
                "atLeast": 0.5,
                "falseNegatives": 0,
                "falsePositives": 2,
                "trueNegatives": 5,
                "truePositives": 15,
              },
              {
                "atLeast": 0.75,
                "falseNegatives": 5,
                "falsePositives": 2,
                "trueNegatives": 5,
                "truePositives": 10,
              },
              {
                "atLeast": 1,
                "falseNegatives": 0,
                "falsePositives": 0,
                "trueNegatives": 12,
                "truePositives": 10,
              },
            ],
            "seed": 1,
            "weights": "quadratic",
          },
        ],
        "servedModels": [],
        "usage": {},
      }
    `)
  })

  test('what it declines or fails at is counted apart, and is no label', async () => {
    const rows: LabelledReply[] = [
      quality(5, 5),
      quality(1, 1),
      { metric: 'quality', input: 'Hi', reply: '[declined]', label: 1 },
      { metric: 'quality', input: 'Hi', reply: '[down]', label: 1, label2: 2 },
    ]
    const { metrics, replies } = await calibrate(marker, rows)
    expect(metrics).toMatchObject([{ n: 2, declined: 1, errored: 1, agreement: 1, humanKappa: { n: 1 } }])
    expect(replies.slice(2)).toEqual([
      { metric: 'quality', label: '1', judged: null, value: null, rationale: '', declined: 'nothing to go by' },
      {
        metric: 'quality',
        label: '1',
        label2: '2',
        judged: null,
        value: null,
        rationale: '',
        error: 'the marker judge is down',
      },
    ])
  })

  test('has no kappa where nothing was judged, and none of value where all is one label', async () => {
    const none = await calibrate(marker, [{ metric: 'quality', input: '', reply: '[down]', label: 1 }])
    expect(none.metrics).toMatchObject([{ n: 0, kappa: null, agreement: null, humanKappa: null }])
    const one = await calibrate(marker, [quality(5, 5), quality(5, 5)])
    expect(one.metrics).toMatchObject([{ kappa: { value: null, lower: null, upper: null, n: 2 }, agreement: 1 }])
    expect(one.metrics[0]?.pass?.specificity).toBeNull()
  })

  test('five replies that all agree are no proof', async () => {
    const { metrics } = await calibrate(
      marker,
      [1, 2, 3, 4, 5].map((label) => quality(label, label)),
    )
    expect(metrics[0]?.kappa).toMatchObject({ value: 1, upper: 1 })
    expect(metrics[0]?.kappa?.lower).toBeLessThan(0.9)
  })

  test('gives the same figures for the same seed, and a narrower interval for less confidence', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => quality((index % 5) + 1, ((index * 3) % 5) + 1))
    const [one, again, other, narrow] = await Promise.all([
      calibrate(marker, rows),
      calibrate(marker, rows),
      calibrate(marker, rows, { seed: 2 }),
      calibrate(marker, rows, { confidence: 0.5 }),
    ])
    expect(again).toEqual(one)
    expect(other.metrics[0]?.seed).toBe(2)
    expect(other.metrics[0]?.kappa?.lower).not.toBe(one.metrics[0]?.kappa?.lower)
    expect(narrow.metrics[0]?.kappa?.lower).toBeGreaterThan(one.metrics[0]?.kappa?.lower ?? 1)
  })
})

describe('labels of every metric', () => {
  const intent = { metric: 'intent', input: 'Hi', intent: 'greeting' } as const
  const criterion = { metric: 'criterion', criterion: 'is polite' } as const
  const preference = { metric: 'preference', input: 'Hi' } as const

  test('intent and entities pass or not, be the label a score or not', async () => {
    const { metrics, replies } = await calibrate(marker, [
      { ...intent, reply: '[0.8]', label: true },
      { ...intent, reply: '[0.6]', label: 0.9 },
      { metric: 'entities', input: '', reply: '[0.7]', expected: { id: '1' }, label: 0.6 },
      { metric: 'entities', input: '', reply: '[0.6]', expected: { id: '1' }, label: false },
    ])
    expect(replies.map(({ label, judged }) => `${label} ${judged}`)).toEqual(['yes yes', 'yes no', 'no yes', 'no no'])
    expect(
      metrics.map(({ metric, n, labels, weights, confusion }) => ({ metric, n, labels, weights, confusion })),
    ).toEqual([
      {
        metric: 'entities',
        n: 2,
        labels: ['no', 'yes'],
        weights: 'none',
        confusion: [
          [1, 1],
          [0, 0],
        ],
      },
      {
        metric: 'intent',
        n: 2,
        labels: ['no', 'yes'],
        weights: 'none',
        confusion: [
          [0, 0],
          [1, 1],
        ],
      },
    ])
    expect(metrics[1]?.pass?.sensitivity).toMatchObject({ value: 0.5, n: 2 })
  })

  test('the pass marks are the caller’s', async () => {
    const { replies } = await calibrate(marker, [{ ...intent, reply: '[0.6]', label: 0.5 }], {
      passMarks: { intent: 0.6 },
    })
    expect(replies[0]).toMatchObject({ label: 'no', judged: 'yes' })
  })

  test('criteria are of two labels, or of three where somebody used three', async () => {
    const two = await calibrate(marker, [
      { ...criterion, reply: '[0.5]', label: true },
      { ...criterion, reply: '[1]', label: false },
    ])
    expect(two.metrics).toMatchObject([
      {
        labels: ['not_met', 'met'],
        weights: 'none',
        confusion: [
          [0, 1],
          [1, 0],
        ],
      },
    ])
    const three = await calibrate(marker, [
      { ...criterion, reply: '[0.5]', label: 'partly' },
      { ...criterion, reply: '[1]', label: true },
      { ...criterion, reply: '[0]', label: 'not_met' },
    ])
    expect(three.metrics).toMatchObject([{ labels: ['not_met', 'partly', 'met'], weights: 'quadratic', agreement: 1 }])
  })

  test('preferences have no order, and nothing in them passes', async () => {
    const { metrics } = await calibrate(marker, [
      { ...preference, replies: ['[1]', ''], label: 'first' },
      { ...preference, replies: ['[0.5]', ''], label: 'tie' },
      { ...preference, replies: ['[0]', ''], label: 'first' },
    ])
    expect(metrics).toMatchObject([
      {
        weights: 'none',
        confusion: [
          [1, 0, 1],
          [0, 1, 0],
          [0, 0, 0],
        ],
      },
    ])
    expect(metrics[0]).not.toHaveProperty('pass')
  })

  test('what the project knows of an intent goes to the judge', async () => {
    const rows: LabelledReply[] = [{ ...intent, reply: 'Good morning to you!', label: true }]
    const intents = { greeting: { examples: ['Good morning!', 'Good evening!', 'Good day!'] } }
    const { replies } = await calibrate(localJudge(), rows, { intents })
    expect(replies[0]?.judged).toBe('yes')
  })
})

describe('an LLM judge', () => {
  test('is asked for every row, few at once, and its usage is summed', async () => {
    const server = await startJudgeServer({ delayMs: 5 })
    onTestFinished(() => server.close())
    const judge = openAIJudge({ model: 'gpt-4.1-mini', baseURL: server.url })
    const rows = Array.from({ length: 12 }, (_, index) => ({ ...quality((index % 5) + 1, 1), input: `Hi ${index}` }))
    const { usage, servedModels, metrics } = await calibrate(judge, rows, { maxInFlight: 3 })
    expect({ total: server.total, maxInFlight: server.maxInFlight }).toEqual({ total: 12, maxInFlight: 3 })
    expect({ usage, servedModels }).toEqual({
      usage: { inputTokens: 1200, outputTokens: 120, costUsd: expect.closeTo(0.000672, 9) as number },
      servedModels: ['gpt-4.1-mini-2026-01-01'],
    })
    expect(metrics).toMatchObject([{ n: 12 }])
  })

  test('is paid once for the same question in two rows', async () => {
    const server = await startJudgeServer()
    onTestFinished(() => server.close())
    const judge = openAIJudge({ model: 'gpt-4.1-mini', baseURL: server.url })
    const { usage } = await calibrate(judge, [quality(5, 5), quality(4, 5)])
    expect([server.total, usage.inputTokens]).toEqual([1, 100])
  })

  test('without a key it is not asked at all', async () => {
    const judge = openAIJudge({ model: 'gpt-4.1-mini', env: {} })
    await expect(calibrate(judge, [quality(5, 5)])).rejects.toThrow(
      'judge openai/gpt-4.1-mini cannot judge: OPENAI_API_KEY is not set',
    )
  })

  test('can be called off', async () => {
    const server = await startJudgeServer({ delayMs: 10_000 })
    onTestFinished(() => server.close())
    const judge = openAIJudge({ model: 'gpt-4.1-mini', baseURL: server.url })
    const controller = new AbortController()
    const calibrated = calibrate(judge, [quality(5, 5)], { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(calibrated).rejects.toThrow('enough')
  })
})

describe('labels from a file', () => {
  function fileOf(name: string, text: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'labels-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  test('are read, by path or by URL', async () => {
    const file = fileOf('labels.jsonl', `${JSON.stringify(quality(5, 5))}\n\n${JSON.stringify(quality(1, 1))}\n`)
    expect((await calibrate(marker, file)).metrics).toMatchObject([{ n: 2 }])
    expect((await calibrate(marker, pathToFileURL(file))).metrics).toMatchObject([{ n: 2 }])
  })

  test('everything that is wrong in them is told, with line and field', async () => {
    const rows = [
      '{"metric":"quality","input":"Hi","reply":"Hello","label":6}',
      '{"metric":"quality","input":"Hi","reply":"Hello"}',
      '{"metric":"quality","input":"Hi","reply":"Hello","label":4,"label2":"4"}',
      '{"metric":"qualty","input":"Hi","reply":"Hello","label":4}',
      '{"input":"Hi","reply":"Hello","label":4}',
      '{"metric":"intent","input":"Hi","reply":"Hello","intnt":"greeting","label":true}',
      '{"metric":"criterion","reply":"Hello","criterion":"is polite","label":"yes"}',
      '{"metric":"preference","input":"Hi","replies":["Hello"],"label":"better"}',
      '{"metric":"quality","input":"Hi","reply":"Hello","rubric":{"criteria":[{"txt":"polite"}]},"label":4}',
      '"quality"',
      '{"metric":"quality",',
    ]
    const file = fileOf('labels.jsonl', rows.join('\n'))
    const error: unknown = await calibrate(marker, file).catch((caught: unknown) => caught)
    expect(String(error).replaceAll(/\S*labels\.jsonl/g, 'labels.jsonl')).toMatchInlineSnapshot(`
      "DatasetError: labels.jsonl has 14 problems:
      labels.jsonl:1 label: expected a whole number from 1 to 5, got 6
      labels.jsonl:2 label: expected a whole number from 1 to 5, got nothing
      labels.jsonl:3 label2: expected a whole number from 1 to 5, got "4"
      labels.jsonl:4 metric: expected "quality", "intent", "entities", "criterion" or "preference", got "qualty"
      labels.jsonl:5 metric: expected "quality", "intent", "entities", "criterion" or "preference", got nothing
      labels.jsonl:6 intent: expected a text, got nothing
      labels.jsonl:6 intnt: unknown field, did you mean \`intent\`?
      labels.jsonl:7 label: expected "met", "partly" or "not_met", or true or false, got "yes"
      labels.jsonl:8 replies: expected a list of two replies, got ["Hello"]
      labels.jsonl:8 label: expected "first", "second" or "tie", got "better"
      labels.jsonl:9 rubric.criteria[0].text: expected a text, got nothing
      labels.jsonl:9 rubric.criteria[0].txt: unknown field, did you mean \`text\`?
      labels.jsonl:10: expected a row { "metric": "quality", "input": "…", "reply": "…", "label": 4 }, got "quality"
      labels.jsonl:11: expected a name in quotes, got the end (column 21; one JSON object a line)"
    `)
  })

  test('an empty file, another format and none at all are told', async () => {
    await expect(calibrate(marker, fileOf('labels.jsonl', '\n'))).rejects.toThrow(
      'expected at least one labelled reply',
    )
    await expect(calibrate(marker, fileOf('labels.csv', 'a,b'))).rejects.toThrow(
      'expected a file of one of the types .jsonl, .ndjson, .json, .yaml, .yml, got ".csv"',
    )
    await expect(calibrate(marker, '/nowhere/labels.jsonl')).rejects.toThrow('expected a file, got none')
  })
})

test('rows in code are checked too', async () => {
  const rows = [quality(5, 5), { ...quality(4, 4), label: 'good' }] as LabelledReply[]
  await expect(calibrate(marker, rows)).rejects.toThrowErrorMatchingInlineSnapshot(`
    [DatasetError: labels has a problem:
    labels [1].label: expected a whole number from 1 to 5, got "good"]
  `)
  await expect(calibrate(marker, [])).rejects.toThrowErrorMatchingInlineSnapshot(`
    [DatasetError: labels has a problem:
    labels: expected a list of labelled replies, got none]
  `)
})

test('options are checked', async () => {
  const options = { seed: 0.5, confidense: 0.9, passMarks: { quality: 0.8 } } as object
  await expect(calibrate(marker, [quality(5, 5)], options)).rejects.toThrowErrorMatchingInlineSnapshot(
    `[TypeError: calibrate(): seed: expected a whole number, got 0.5; passMarks.quality: expected a whole number from 2 to 5, got 0.8; unknown "confidense"; see CalibrateOptions for what is known]`,
  )
})

test('the type of a row follows its metric', () => {
  expectTypeOf<Extract<LabelledReply, { metric: 'quality' }>['label']>().toEqualTypeOf<number>()
  expectTypeOf<Extract<LabelledReply, { metric: 'preference' }>['label']>().toEqualTypeOf<'first' | 'second' | 'tie'>()
  expectTypeOf<Extract<LabelledReply, { metric: 'intent' }>['intent']>().toEqualTypeOf<string>()
})
