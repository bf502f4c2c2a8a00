import { probabilityOf } from '../../.build/judges/local/intent-evidence.js'
import { areaUnderCurve } from './area-under-curve.mjs'
import { fitLogistic } from './fit-logistic.mjs'
import { intentPairs } from './intent-pairs.mjs'
import { readRows } from './read-rows.mjs'

const sets = [
  { name: 'CLINC150', file: 'intent-clinc150.jsonl', texts: 400 },
  { name: 'banking77', file: 'intent-banking77.jsonl', texts: 500 },
  { name: 'SGD replies', file: 'intent-sgd-replies.jsonl', texts: 900 },
]

/**
 * How well the evidence tells intents apart, on sets that its coefficients were not fitted on: each set by coefficients of the others.
 *
 * @returns a row a set and condition; and the coefficients of all sets together, those that ship
 */
export function measureIntents(folder, meanings, { seed = 1 } = {}) {
  const present = sets.flatMap((set) => {
    const rows = readRows(folder, set.file)
    return rows === null ? [] : [{ ...set, rows }]
  })
  const conditions = [
    { name: 'zero-shot', described: true, examples: 0 },
    { name: 'five examples', described: false, examples: 5 },
  ]
  return conditions.map((condition) => {
    const pairs = new Map(
      present.map(({ name, rows, texts }) => [name, intentPairs(rows, meanings, { ...condition, texts, seed })]),
    )
    const rows = present.map(({ name }) => {
      const others = [...pairs].filter(([other]) => other !== name).map(([, rows]) => rows)
      return { set: name, condition: condition.name, ...outcome(pairs.get(name), fit(others)) }
    })
    return { condition: condition.name, rows, coefficients: fit([...pairs.values()]) }
  })
}

/** Every set counts the same, and in it those that have the intent as much as those that have not. */
function fit(sets) {
  return fitLogistic(
    sets.flatMap((pairs) => {
      const positives = pairs.filter(({ isOfIntent }) => isOfIntent).length
      return pairs.map(({ evidence, isOfIntent }) => ({
        x: evidence,
        y: Number(isOfIntent),
        weight: 1000 / (isOfIntent ? positives : pairs.length - positives),
      }))
    }),
  )
}

function outcome(pairs, coefficients) {
  const scored = pairs.map((pair) => ({ ...pair, p: probabilityOf(pair.evidence, coefficients) }))
  const positives = scored.filter(({ isOfIntent }) => isOfIntent)
  const negatives = scored.filter(({ isOfIntent }) => !isOfIntent)
  const auc = (score) => areaUnderCurve(positives.map(score), negatives.map(score))
  const rate = (some, from) => some.filter(({ p }) => p >= from).length / some.length
  return {
    labelWords: auc(({ labelWords }) => labelWords),
    auc: auc(({ p }) => p),
    siblings: areaUnderCurve(
      positives.map(({ p }) => p),
      negatives.filter(({ isSibling }) => isSibling).map(({ p }) => p),
    ),
    // By these the thresholds of a pass are chosen.
    at: [0.8, 0.9, 0.95, 0.97].map((from) => {
      const passed = rate(positives, from)
      return {
        from,
        passed,
        siblings: rate(
          negatives.filter(({ isSibling }) => isSibling),
          from,
        ),
        others: rate(
          negatives.filter(({ isSibling }) => !isSibling),
          from,
        ),
        precision: passed / (passed + rate(negatives, from)),
      }
    }),
  }
}
