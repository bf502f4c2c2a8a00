// What is simulated: every combination, a row each.
const RATES = [0.5, 0.7, 0.85, 0.95]
const SENSITIVITIES = [0.8, 0.9, 0.97]
const SPECIFICITIES = [0.7, 0.85, 0.97]
const LABELS = [50, 100, 300]
/** Share of the labelled replies that people let pass. */
const PASSED_LABELS = [0.3, 0.5, 0.7, 0.85]
const CASES = [50, 150, 300]

export const independent = combinations({
  rate: RATES,
  sensitivity: SENSITIVITIES,
  specificity: SPECIFICITIES,
  labels: LABELS,
  passedLabels: PASSED_LABELS,
  cases: CASES,
  trials: [1],
  alike: [0],
})

/** Trials of one case, whose chance to pass varies from case to case: `alike` is the correlation of two trials of a case. */
export const clustered = combinations({
  rate: [0.7, 0.9],
  sensitivity: [0.9],
  specificity: [0.85],
  labels: [100, 300],
  passedLabels: [0.5],
  cases: [50, 150],
  trials: [3, 5],
  alike: [0.2, 0.8],
})

function combinations(lists) {
  let rows = [{}]
  for (const [name, values] of Object.entries(lists)) {
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })))
  }
  return rows
}
