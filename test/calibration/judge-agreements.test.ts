import { describe, expect, test } from 'vitest'
import { calibrationNotices } from '../../src/calibration/calibration-notices.js'
import { judgeAgreements } from '../../src/calibration/judge-agreements.js'
import { withCalibration } from '../../src/calibration/with-calibration.js'
import { evaluated, lexical, metric, model } from '../baseline/support/evaluated.js'
import { makeCalibration } from './make-calibration.js'

const calibrations = withCalibration(null, makeCalibration())
const custom = { name: 'acme/tone', kind: 'custom' as const, fingerprint: 'f1' }
const code = { name: 'code', kind: 'code' as const, fingerprint: 'f2' }

const cases = [
  evaluated('a', [metric('quality', 0.9), metric('quality#2', 0.8), metric('intent', 1, { judge: lexical })]),
  evaluated('b', [
    metric('intent', 0.9),
    metric('tone', 0.5, { judge: custom }),
    metric('entities', 1, { judge: code }),
  ]),
  evaluated('c', [metric('entities', null), metric('latency', 5, { unit: 'ms' })]),
]

describe('judgeAgreements', () => {
  test('names each judge and metric that has a score once, and no judge that is code or embedded', () => {
    expect(judgeAgreements(cases, calibrations)).toEqual([
      {
        name: 'acme/tone',
        fingerprint: 'f1',
        metric: 'tone',
        state: 'missing',
        kappa: null,
        lower: null,
        upper: null,
        n: 0,
      },
      {
        name: model.name,
        fingerprint: model.fingerprint,
        metric: 'intent',
        state: 'missing',
        kappa: null,
        lower: null,
        upper: null,
        n: 0,
      },
      {
        name: model.name,
        fingerprint: model.fingerprint,
        metric: 'quality',
        state: 'calibrated',
        kappa: 0.7123,
        lower: 0.62,
        upper: 0.79,
        n: 200,
      },
    ])
  })

  test('a judge under another fingerprint has changed', () => {
    const changed = judgeAgreements(cases, withCalibration(null, makeCalibration({ fingerprint: 'older' })))
    expect(changed.map(({ metric, state }) => `${metric} ${state}`)).toEqual([
      'tone missing',
      'intent missing',
      'quality changed',
    ])
  })

  test('without a file every judge is unknown', () => {
    expect(judgeAgreements(cases, null).map(({ state }) => state)).toEqual(['missing', 'missing', 'missing'])
    expect(judgeAgreements([], calibrations)).toEqual([])
  })
})

describe('calibrationNotices', () => {
  test('says nothing of judges that are as they were, nor of ones that were never calibrated', () => {
    const judges = [{ ...model, servedModel: 'gpt-4.1-mini-2025-04-14' }, custom]
    expect(calibrationNotices(judges, judgeAgreements(cases, calibrations), calibrations)).toEqual([])
    expect(calibrationNotices(judges, judgeAgreements(cases, null), null)).toEqual([])
  })

  test('tells of another fingerprint, and of another model that answered', () => {
    const older = withCalibration(null, makeCalibration({ fingerprint: 'older' }))
    expect(calibrationNotices([model], judgeAgreements(cases, older), older)).toEqual([
      'openai/gpt-4.1-mini has changed since it was calibrated against labels: calibrate it again (npx vitest-judge calibrate <labelled.jsonl>)',
    ])
    const moved = [{ ...model, servedModel: 'gpt-4.1-mini-2026-01-01' }]
    expect(calibrationNotices(moved, judgeAgreements(cases, calibrations), calibrations)).toEqual([
      'openai/gpt-4.1-mini was answered by gpt-4.1-mini-2026-01-01, when it was calibrated by gpt-4.1-mini-2025-04-14: calibrate it again (npx vitest-judge calibrate <labelled.jsonl>)',
    ])
  })
})
