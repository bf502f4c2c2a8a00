import { own } from '../baseline/own.js'
import type { JudgeAgreement } from '../evaluation/judge-agreement.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'
import type { Calibrations } from './calibrations.js'

const again = 'calibrate it again (npx vitest-judge calibrate <labelled.jsonl>)'

/** Warnings about judges that are no longer what they were when they were calibrated, a sentence each. */
export function calibrationNotices(
  judges: readonly JudgeIdentity[],
  agreements: readonly JudgeAgreement[],
  calibrations: Calibrations | null,
): string[] {
  const changed = agreements
    .filter(({ state }) => state === 'changed')
    .map(({ name }) => `${name} has changed since it was calibrated against labels: ${again}`)
  const moved = judges.flatMap(({ name, fingerprint, servedModel }) => {
    const entry = own(calibrations?.judges, name)
    if (entry?.fingerprint !== fingerprint || servedModel === undefined || entry.served.length === 0) return []
    if (entry.served.includes(servedModel)) return []
    return `${name} was answered by ${servedModel}, when it was calibrated by ${entry.served.join(', ')}: ${again}`
  })
  return [...new Set([...changed, ...moved])]
}
