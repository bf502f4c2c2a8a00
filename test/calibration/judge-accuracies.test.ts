import { expect, test } from 'vitest'
import { judgeAccuracies } from '../../src/calibration/judge-accuracies.js'
import { parseCalibrations } from '../../src/calibration/read-calibrations.js'
import { formatCalibrations } from '../../src/calibration/format-calibrations.js'
import { withCalibration } from '../../src/calibration/with-calibration.js'
import { makeCalibration, makeMetricCalibration } from './make-calibration.js'

test('are the counts of each judge and metric, in whatever order the file has them', () => {
  const known = withCalibration(null, makeCalibration())
  const more = withCalibration(known, makeCalibration({ judge: 'acme/tone', fingerprint: 'f1' }))
  const { passCounts } = makeMetricCalibration()
  expect(judgeAccuracies(more)).toEqual([
    { name: 'acme/tone', fingerprint: 'f1', metric: 'quality', passCounts },
    { name: 'openai/gpt-4.1-mini', fingerprint: '3fa9c1d2', metric: 'quality', passCounts },
  ])
  expect(judgeAccuracies(null)).toEqual([])
})

test('a file of before has no counts, and of preferences there are none', () => {
  const text = formatCalibrations(withCalibration(null, makeCalibration()))
  const before = text.replace(/ +passCounts:\n(?: +- \{ atLeast.*\n)+/, '')
  expect(before).not.toContain('passCounts')
  expect(judgeAccuracies(parseCalibrations(before, 'calibration.yaml'))).toMatchObject([{ passCounts: [] }])
  const { pass, ...preference } = makeMetricCalibration({ metric: 'preference', passCounts: [] })
  expect(pass).toBeDefined()
  expect(judgeAccuracies(withCalibration(null, makeCalibration({ metrics: [preference] })))).toEqual([])
})
