import type { MetricCalibration } from './calibration.js'

/** Whether a judge agrees too little with people in a metric, or is not known to: the lower end of kappa's interval decides. */
export function failsKappa({ kappa }: MetricCalibration, minKappa: number): boolean {
  return !((kappa?.lower ?? Number.NaN) >= minKappa)
}
