import type { Calibration, MetricCalibration } from '../../src/calibration/calibration.js'

export function makeMetricCalibration(measured: Partial<MetricCalibration> = {}): MetricCalibration {
  return {
    metric: 'quality',
    n: 200,
    declined: 2,
    errored: 1,
    labels: ['1', '2', '3', '4', '5'],
    weights: 'quadratic',
    kappa: { value: 0.712345678, lower: 0.62, upper: 0.79, n: 200 },
    humanKappa: { value: 0.78, lower: 0.7, upper: 0.85, n: 120 },
    agreement: 0.58,
    confusion: [
      [20, 4, 0, 0, 0],
      [6, 20, 8, 1, 0],
      [1, 8, 22, 14, 2],
      [0, 2, 12, 26, 10],
      [0, 0, 3, 13, 28],
    ],
    pass: {
      from: '4',
      sensitivity: { value: 0.91, lower: 0.84, upper: 0.95, n: 94 },
      specificity: { value: 0.84, lower: 0.76, upper: 0.9, n: 106 },
    },
    passCounts: [
      { atLeast: 0.25, truePositives: 170, falseNegatives: 6, falsePositives: 4, trueNegatives: 20 },
      { atLeast: 0.75, truePositives: 77, falseNegatives: 17, falsePositives: 17, trueNegatives: 89 },
    ],
    confidence: 0.95,
    seed: 1,
    ...measured,
  }
}

export function makeCalibration(calibration: Partial<Calibration> = {}): Calibration {
  return {
    judge: 'openai/gpt-4.1-mini',
    fingerprint: '3fa9c1d2',
    servedModels: ['gpt-4.1-mini-2025-04-14'],
    metrics: [makeMetricCalibration()],
    replies: [],
    usage: {},
    ...calibration,
  }
}
