import { own } from '../baseline/own.js'
import type { Calibration, MetricCalibration } from './calibration.js'
import type { Calibrations, MetricEntry } from './calibrations.js'

/**
 * The calibrations with one more in them. Of a judge that is still the same, metrics that were not labelled this time stay; of one
 * that has changed, nothing does. Figures are rounded to 0.0001, so that the file stays readable.
 */
export function withCalibration(known: Calibrations | null, calibration: Calibration): Calibrations {
  const { judge, fingerprint, servedModels, metrics } = calibration
  const before = own(known?.judges, judge)
  const same = before?.fingerprint === fingerprint ? before : undefined
  return {
    version: 1,
    judges: {
      ...known?.judges,
      [judge]: {
        fingerprint,
        served: [...new Set([...(same?.served ?? []), ...servedModels])].sort(),
        metrics: { ...same?.metrics, ...Object.fromEntries(metrics.map((of) => [of.metric, metricEntry(of)])) },
      },
    },
  }
}

function metricEntry(measured: MetricCalibration): MetricEntry {
  const { n, declined, errored, weights, kappa, humanKappa, agreement, pass, passCounts, confidence, seed } = measured
  return {
    n,
    declined,
    errored,
    weights,
    kappa: kappa && rounded(kappa),
    humanKappa: humanKappa && rounded(humanKappa),
    agreement: round(agreement),
    ...(pass && {
      passFrom: pass.from,
      sensitivity: pass.sensitivity && rounded(pass.sensitivity),
      specificity: pass.specificity && rounded(pass.specificity),
    }),
    ...(passCounts.length > 0 && { passCounts: passCounts.toSorted((a, b) => a.atLeast - b.atLeast) }),
    confidence,
    seed,
    labels: measured.labels,
    confusion: measured.confusion,
  }
}

function rounded<Value extends number | null>(estimate: { value: Value; lower: Value; upper: Value; n: number }) {
  const { value, lower, upper, n } = estimate
  return { value: round(value), lower: round(lower), upper: round(upper), n }
}

function round<Value extends number | null>(value: Value): Value {
  return (value === null ? null : Math.round(value * 10_000) / 10_000) as Value
}
