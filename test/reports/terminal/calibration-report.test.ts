import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import type { CalibratedReply } from '../../../src/calibration/calibration.js'
import { calibrationReport } from '../../../src/reports/terminal/calibration-report.js'
import { displayWidth } from '../../../src/reports/terminal/display-width.js'
import { makeCalibration, makeMetricCalibration } from '../../calibration/make-calibration.js'

const reply: CalibratedReply = { metric: 'quality', label: '4', judged: '4', value: 0.75, rationale: 'It is fine.' }

const calibration = makeCalibration({
  metrics: [
    makeMetricCalibration(),
    makeMetricCalibration({
      metric: 'intent',
      n: 4,
      declined: 0,
      errored: 0,
      labels: ['no', 'yes'],
      weights: 'none',
      kappa: { value: -0.2, lower: -0.8, upper: 0.6, n: 4 },
      humanKappa: null,
      confusion: [
        [0, 2],
        [1, 1],
      ],
      pass: { from: 'yes', sensitivity: null, specificity: { value: 0, lower: 0, upper: 0.66, n: 2 } },
    }),
  ],
  replies: [
    reply,
    { ...reply, label: '5', judged: '2', rationale: 'Rude.\n\u001b[31mAnd red.' },
    { ...reply, id: 'greeting-1', label: '1', judged: '5', rationale: 'Correct, '.repeat(60) },
    { ...reply, judged: null, value: null, declined: 'no rubric' },
    { ...reply, judged: null, value: null, declined: 'no rubric' },
    { ...reply, judged: null, value: null, error: 'connect ECONNREFUSED 127.0.0.1:80' },
  ],
  usage: { inputTokens: 123_000, outputTokens: 4_000, costUsd: 0.0568 },
})

test('what was found, on a wide terminal', () => {
  expect(calibrationReport({ calibration, minKappa: undefined, colors: false, columns: 100 })).toMatchInlineSnapshot(`
    " calibration  openai/gpt-4.1-mini as gpt-4.1-mini-2025-04-14 · 6 labelled replies · 127,000 tokens ·
                  $0.0568

     quality  κ 0.71 (0.62–0.79, n = 200)
       two people  κ 0.78 (0.70–0.85, n = 120)
       agreement 0.58 · sensitivity 0.91 (0.84–0.95, n = 94) · specificity 0.84 (0.76–0.90, n = 106) ·
       4 and better pass · 2 not judged · 1 error · quadratic weights · 95 % bootstrap, seed 1

       people \\ judge   1   2   3   4   5
       1               20   4   0   0   0
       2                6  20   8   1   0
       3                1   8  22  14   2
       4                0   2  12  26  10
       5                0   0   3  13  28

     intent  κ −0.20 (−0.80–0.60, n = 4)
       agreement 0.58 · sensitivity – · specificity 0.00 (0.00–0.66, n = 2) · no weights ·
       95 % bootstrap, seed 1
       4 labels are few: the interval is a rough one; 100 and more make it firm

       people \\ judge  no  yes
       no               0    2
       yes              1    1

     farthest apart, of 2 disagreements
       greeting-1  quality: people 1, judge 5. Correct, Correct, Correct, Correct, Correct, Correct,
                   Correct, Correct, Correct, Correct, Correct, Correct, Correct, Correct, Correct,
                   Correct, Correct, Correct, Correct, Correct, Correct, Correct, Correct, Correct, …
       row 2  quality: people 5, judge 2. Rude. ⏎ And red.

     ! 2× not judged: no rubric

     ! 1× failed: connect ECONNREFUSED 127.0.0.1:80"
  `)
})

test('says what is asked of kappa, and in colours the same', () => {
  const plain = calibrationReport({ calibration, minKappa: 0.6, colors: false, columns: 100 })
  expect(plain.match(/the lower end lies below 0.6/g)).toHaveLength(1)
  expect(stripVTControlCharacters(calibrationReport({ calibration, minKappa: 0.6, colors: true, columns: 100 }))).toBe(
    plain,
  )
})

test('fits a narrow terminal', () => {
  const report = calibrationReport({ calibration, minKappa: 0.9, colors: false, columns: 60 })
  expect(report.split('\n').filter((line) => displayWidth(line) > 60)).toEqual([])
})
