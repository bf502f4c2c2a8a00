import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelScale, type PassMarks } from '../../src/calibration/label-scale.js'
import type { CalibratedMetric, Label } from '../../src/calibration/labelled-reply.js'

const marks: PassMarks = { intent: 0.8, entities: 0.7, quality: 4 }

test.each<[CalibratedMetric, Label[], [number, string][]]>([
  [
    'quality',
    [5],
    [
      [0, '1'],
      [0.25, '2'],
      [0.36, '2'],
      [0.5, '3'],
      [0.75, '4'],
      [0.9, '5'],
      [1, '5'],
    ],
  ],
  [
    'intent',
    [true],
    [
      [0.79, 'no'],
      [0.8, 'yes'],
    ],
  ],
  [
    'entities',
    [1],
    [
      [0.69, 'no'],
      [0.7, 'yes'],
    ],
  ],
  [
    'criterion',
    [true, false],
    [
      [0, 'not_met'],
      [0.5, 'not_met'],
      [1, 'met'],
    ],
  ],
  [
    'criterion',
    ['met', false],
    [
      [0, 'not_met'],
      [0.2, 'not_met'],
      [0.5, 'partly'],
      [0.75, 'met'],
      [1, 'met'],
    ],
  ],
  [
    'preference',
    ['tie'],
    [
      [1, 'first'],
      [0.6, 'first'],
      [0.5, 'tie'],
      [0, 'second'],
    ],
  ],
])('%s, labelled %j: values become labels', (metric, said, expected) => {
  const { labelOfValue } = labelScale(metric, said, marks)
  expect(expected.map(([value]) => [value, labelOfValue(value)])).toEqual(expected)
})

test('every value and every label has its place on the scale', () => {
  const metric = fc.constantFrom<[CalibratedMetric, Label[]]>(
    ['quality', [1, 2, 3, 4, 5]],
    ['intent', [true, false, 0.3]],
    ['entities', [true, false, 1]],
    ['criterion', [true, false]],
    ['criterion', ['met', 'partly', 'not_met', true]],
    ['preference', ['first', 'second', 'tie']],
  )
  fc.assert(
    fc.property(metric, fc.double({ min: 0, max: 1, noNaN: true }), ([metric, said], value) => {
      const { labels, labelOf, labelOfValue, passFrom } = labelScale(metric, said, marks)
      expect(labels).toContain(labelOfValue(value))
      for (const label of said) expect(labels).toContain(labelOf(label))
      if (passFrom !== undefined) expect(labels).toContain(passFrom)
    }),
  )
})
