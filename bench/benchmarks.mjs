import { judgedCases } from './judged-cases.mjs'
import { replayedJudgements } from './replayed-judgements.mjs'
import { setupCost } from './setup-cost.mjs'

/**
 * Everything that is measured, with the ratios that must hold.
 *
 * @param server the judge, for those that judge
 * @param installed folder of the built package
 */
export function benchmarks({ server, installed, files, cases, judgements }) {
  const judged = { cases, server, installed }
  const bars = { wall: 1.05, cpu: 1 }
  return [
    setupCost({ files }),
    judgedCases({ ...judged, name: 'judged-50', shape: 'file', concurrency: 50, bars }),
    judgedCases({ ...judged, name: 'judged-100', shape: 'file', concurrency: 100, bars }),
    judgedCases({ ...judged, name: 'judged-files', shape: 'files', concurrency: 50, maxInFlight: 100 }),
    judgedCases({ ...judged, name: 'judged-dataset', shape: 'dataset', concurrency: 50 }),
    replayedJudgements({ judgements, server }),
  ]
}
