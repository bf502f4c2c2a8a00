import { byCodePoint } from '../baseline/by-code-point.js'
import type { JudgeAccuracy } from '../evaluation/judge-accuracy.js'
import type { Calibrations } from './calibrations.js'

/** What pass rates are corrected by, of every judge and metric in the file whose labels say what passes; sorted by name and metric. */
export function judgeAccuracies(calibrations: Calibrations | null): JudgeAccuracy[] {
  return Object.entries(calibrations?.judges ?? {})
    .flatMap(([name, { fingerprint, metrics }]) =>
      Object.entries(metrics)
        .filter(([, { passFrom }]) => passFrom !== undefined)
        .map(([metric, { passCounts = [] }]) => ({ name, fingerprint, metric, passCounts })),
    )
    .sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.metric, b.metric))
}
