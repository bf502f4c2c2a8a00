import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { storableText } from '../../src/baseline/storable-text.js'
import type { Calibrations, JudgeEntry, MetricEntry } from '../../src/calibration/calibrations.js'
import { formatCalibrations } from '../../src/calibration/format-calibrations.js'
import { parseCalibrations } from '../../src/calibration/read-calibrations.js'
import { withCalibration } from '../../src/calibration/with-calibration.js'
import { makeCalibration, makeMetricCalibration } from './make-calibration.js'

const FILE = 'snapshots/calibration.yaml'

const figure = fc.integer({ min: 0, max: 10_000 }).map((ten) => ten / 10_000)
const count = fc.nat({ max: 10_000 })
const text = fc.string({ unit: 'binary' }).map(storableText)
const estimate = fc.record({
  value: fc.option(figure),
  lower: fc.option(figure),
  upper: fc.option(figure),
  n: count,
})
const proportion = fc.record({ value: figure, lower: figure, upper: figure, n: fc.integer({ min: 1, max: 99 }) })
const passCounts = fc.record({
  atLeast: figure,
  truePositives: count,
  falseNegatives: count,
  falsePositives: count,
  trueNegatives: count,
})
const metric: fc.Arbitrary<MetricEntry> = fc.record(
  {
    n: count,
    declined: count,
    errored: count,
    weights: fc.constantFrom('none' as const, 'quadratic' as const),
    kappa: fc.option(estimate),
    humanKappa: fc.option(estimate),
    agreement: fc.option(figure),
    passFrom: text,
    sensitivity: fc.option(proportion),
    specificity: fc.option(proportion),
    passCounts: fc.array(passCounts, { maxLength: 4 }),
    confidence: figure,
    seed: fc.maxSafeInteger(),
    labels: fc.array(text, { minLength: 2, maxLength: 5 }),
    confusion: fc.array(fc.array(count, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 5 }),
  },
  {
    requiredKeys: [
      'n',
      'declined',
      'errored',
      'weights',
      'kappa',
      'humanKappa',
      'agreement',
      'confidence',
      'seed',
      'labels',
      'confusion',
    ],
  },
)
const key = text.filter((name) => name !== '__proto__')
const judge: fc.Arbitrary<JudgeEntry> = fc.record({
  fingerprint: text,
  served: fc.array(text),
  metrics: fc.dictionary(key, metric, { noNullPrototype: true }),
})
const calibrations: fc.Arbitrary<Calibrations> = fc.record({
  version: fc.constant(1 as const),
  judges: fc.dictionary(key, judge, { noNullPrototype: true }),
})

describe('the file', () => {
  test('gives back what went in, and the same text for it in whatever order', () => {
    fc.assert(
      fc.property(calibrations, (given) => {
        const written = formatCalibrations(given)
        expect(parseCalibrations(written, FILE)).toEqual(given)
        const reversed = { ...given, judges: Object.fromEntries(Object.entries(given.judges).reverse()) }
        expect(formatCalibrations(reversed)).toBe(written)
      }),
    )
  })

  test('is one that a reviewer can read', () => {
    const one = withCalibration(null, makeCalibration())
    const two = withCalibration(one, makeCalibration({ judge: 'acme/tone', servedModels: [] }))
    expect(formatCalibrations(two)).toMatchInlineSnapshot(`
      "# How far judges agree with people: vitest-judge calibrate <labelled.jsonl>
      # Commit it: reports show it beside the judge's name, and judge({ gate: { minKappa } }) asks for it.
      version: 1
      judges:
        acme/tone:
          fingerprint: "3fa9c1d2"
          served: []
          metrics:
            quality:
              n: 200
              declined: 2
              errored: 1
              weights: quadratic
              kappa: { value: 0.7123, lower: 0.62, upper: 0.79, n: 200 }
              humanKappa: { value: 0.78, lower: 0.7, upper: 0.85, n: 120 }
              agreement: 0.58
              passFrom: "4"
              sensitivity: { value: 0.91, lower: 0.84, upper: 0.95, n: 94 }
              specificity: { value: 0.84, lower: 0.76, upper: 0.9, n: 106 }
              confidence: 0.95
              seed: 1
              labels: ["1", "2", "3", "4", "5"]
              passCounts:
                - { atLeast: 0.25, truePositives: 170, falseNegatives: 6, falsePositives: 4, trueNegatives: 20 }
                - { atLeast: 0.75, truePositives: 77, falseNegatives: 17, falsePositives: 17, trueNegatives: 89 }
              confusion:
                - [20, 4, 0, 0, 0]
                - [6, 20, 8, 1, 0]
                - [1, 8, 22, 14, 2]
                - [0, 2, 12, 26, 10]
                - [0, 0, 3, 13, 28]
        openai/gpt-4.1-mini:
          fingerprint: "3fa9c1d2"
          served: [gpt-4.1-mini-2025-04-14]
          metrics:
            quality:
              n: 200
              declined: 2
              errored: 1
              weights: quadratic
              kappa: { value: 0.7123, lower: 0.62, upper: 0.79, n: 200 }
              humanKappa: { value: 0.78, lower: 0.7, upper: 0.85, n: 120 }
              agreement: 0.58
              passFrom: "4"
              sensitivity: { value: 0.91, lower: 0.84, upper: 0.95, n: 94 }
              specificity: { value: 0.84, lower: 0.76, upper: 0.9, n: 106 }
              confidence: 0.95
              seed: 1
              labels: ["1", "2", "3", "4", "5"]
              passCounts:
                - { atLeast: 0.25, truePositives: 170, falseNegatives: 6, falsePositives: 4, trueNegatives: 20 }
                - { atLeast: 0.75, truePositives: 77, falseNegatives: 17, falsePositives: 17, trueNegatives: 89 }
              confusion:
                - [20, 4, 0, 0, 0]
                - [6, 20, 8, 1, 0]
                - [1, 8, 22, 14, 2]
                - [0, 2, 12, 26, 10]
                - [0, 0, 3, 13, 28]
      "
    `)
    expect(formatCalibrations({ version: 1, judges: {} })).toContain('judges: {}\n')
  })
})

describe('one calibration more', () => {
  const intent = makeMetricCalibration({
    metric: 'intent',
    labels: ['no', 'yes'],
    weights: 'none',
    confusion: [
      [1, 2],
      [3, 4],
    ],
  })
  const known = withCalibration(null, makeCalibration({ metrics: [intent] }))

  test('leaves other judges, and other metrics of the same judge, as they are', () => {
    const more = withCalibration(known, makeCalibration({ servedModels: ['gpt-4.1-mini-2026-01-01'] }))
    const other = withCalibration(more, makeCalibration({ judge: 'acme/tone' }))
    expect(Object.keys(other.judges)).toEqual(['openai/gpt-4.1-mini', 'acme/tone'])
    expect(Object.keys(other.judges['openai/gpt-4.1-mini']!.metrics).sort()).toEqual(['intent', 'quality'])
    expect(other.judges['openai/gpt-4.1-mini']?.served).toEqual(['gpt-4.1-mini-2025-04-14', 'gpt-4.1-mini-2026-01-01'])
  })

  test('drops what was measured of a judge that has changed since', () => {
    const more = withCalibration(known, makeCalibration({ fingerprint: 'another', servedModels: [] }))
    expect(more.judges['openai/gpt-4.1-mini']).toMatchObject({ fingerprint: 'another', served: [] })
    expect(Object.keys(more.judges['openai/gpt-4.1-mini']!.metrics)).toEqual(['quality'])
  })
})
