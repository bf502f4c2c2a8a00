import { parentPort, workerData } from 'node:worker_threads'
import { roganGladenEstimate } from '../../.build/statistics/rogan-gladen-estimate.js'
import { simulateRow } from './simulate-row.mjs'

/** The formula that is the default of `roganGladenEstimate`, for comparison. */
function langReiczigel({ passed, judged, designEffect }, counts) {
  const sensitivity = { successes: counts.truePositives, trials: counts.truePositives + counts.falseNegatives }
  const specificity = { successes: counts.trueNegatives, trials: counts.trueNegatives + counts.falsePositives }
  if (sensitivity.successes / sensitivity.trials + specificity.successes / specificity.trials <= 1) {
    return { lower: 0, upper: 1 }
  }
  return roganGladenEstimate({ positives: passed, trials: judged, sensitivity, specificity, designEffect })
}

const { rows, runs } = workerData
for (const { row, seed } of rows) {
  parentPort.postMessage({ seed, ...simulateRow(row, { runs, seed, compare: langReiczigel }) })
}
