// How often intervals of one setting hold the true rate, through the code of a run: records, pass rates, correction.
import { correctedPassRate } from '../../.build/evaluation/corrected-pass-rate.js'
import { judgedPassRates } from '../../.build/evaluation/judged-pass-rates.js'
import { seededRandom } from '../../.build/statistics/seeded-random.js'

const judge = { name: 'judge', kind: 'llm', fingerprint: 'f1' }

/** Those of `compare`, a function of the same counts, are counted beside. */
export function simulateRow(row, { runs, seed, compare }) {
  const { random } = seededRandom({ seed })
  const { rate, sensitivity, specificity } = row
  const found = { held: 0, heldBefore: 0, given: 0, refused: 0, above: 0, below: 0, width: 0, contradicted: 0 }
  for (let run = 0; run < runs; run++) {
    const passedLabels = draw(random, row.labels, row.passedLabels)
    const truePositives = draw(random, passedLabels, sensitivity)
    const trueNegatives = draw(random, row.labels - passedLabels, specificity)
    const passCounts = {
      atLeast: 0.5,
      truePositives,
      falseNegatives: passedLabels - truePositives,
      falsePositives: row.labels - passedLabels - trueNegatives,
      trueNegatives,
    }
    const judged = row.trials === 1 ? independentRate(random, row) : clusteredRate(random, row)
    const accuracies = [
      { name: judge.name, fingerprint: judge.fingerprint, metric: 'quality', passCounts: [passCounts] },
    ]
    const { corrected, reason } = correctedPassRate(judged, accuracies)
    if (corrected === null) {
      found.refused++
      continue
    }
    found.given++
    if (corrected.lower <= rate && rate <= corrected.upper) found.held++
    else if (corrected.lower > rate) found.above++
    else found.below++
    if (reason !== null && corrected.estimate !== null) found.contradicted++
    found.width += corrected.upper - corrected.lower
    const before = compare(judged, passCounts)
    if (before.lower <= rate && rate <= before.upper) found.heldBefore++
  }
  return { ...row, ...found, runs }
}

function independentRate(random, { rate, sensitivity, specificity, cases }) {
  const passed = draw(random, cases, rate * sensitivity + (1 - rate) * (1 - specificity))
  const { name, fingerprint } = judge
  return { metric: 'quality', judge: name, fingerprint, threshold: 0.5, judged: cases, passed, cases, designEffect: 1 }
}

function clusteredRate(random, { rate, sensitivity, specificity, cases, trials, alike }) {
  const size = 1 / alike - 1
  const evaluated = Array.from({ length: cases }, () => {
    const chance = drawBeta(random, rate * size, (1 - rate) * size)
    const scores = Array.from({ length: trials }, () => {
      const passed = random() < (random() < chance ? sensitivity : 1 - specificity)
      return { metric: 'quality', unit: 'unit', value: Number(passed), threshold: 0.5, passed, negated: false, judge }
    })
    return { trials: scores.map((score) => ({ scores: [score] })) }
  })
  return judgedPassRates(evaluated)[0]
}

function draw(random, trials, share) {
  let successes = 0
  for (let trial = 0; trial < trials; trial++) if (random() < share) successes++
  return successes
}

/** Jöhnk's method, "Erzeugung von betaverteilten und gammaverteilten Zufallszahlen", Metrika 8 (1964). */
function drawBeta(random, a, b) {
  for (;;) {
    const [x, y] = [random() ** (1 / a), random() ** (1 / b)]
    if (x + y <= 1 && x + y > 0) return x / (x + y)
  }
}
