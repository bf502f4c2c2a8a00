import { logit } from '../../.build/judges/local/logistic-model.js'
import { areaUnderCurve } from './area-under-curve.mjs'
import { fitIntents, strengthOf } from './fit-intents.mjs'
import { intentPairs } from './intent-pairs.mjs'
import { judgedIntents, sharesOf } from './judged-intents.mjs'
import { readRows } from './read-rows.mjs'
import { splitIntents } from './split-intents.mjs'

const sets = [
  { name: 'CLINC150', file: 'intent-clinc150.jsonl', texts: 400 },
  { name: 'banking77', file: 'intent-banking77.jsonl', texts: 500 },
  { name: 'SGD replies', file: 'intent-sgd-replies.jsonl', texts: 900 },
]

const conditions = [
  { name: 'zero-shot', description: true },
  { name: 'zero-shot, alternatives', description: true, alternatives: true },
  { name: 'five examples', examples: true },
  { name: 'five examples, alternatives', examples: true, alternatives: true },
  { name: 'five messages', messages: true },
]

/**
 * How well intents are told apart, on sets that the coefficients were not fitted on: each set by coefficients of the others, and where
 * only it has messages, each half of its domains by those of the other half.
 *
 * @returns the evidence's worth and the judge's own verdicts, a row a set and condition; and the coefficients of all sets together
 */
export async function measureIntents(folder, meanings, { seed = 1 } = {}) {
  const present = []
  for (const { name, file, texts } of sets) {
    const rows = readRows(folder, file)
    if (rows === null) continue
    const split = splitIntents(rows, { texts, seed })
    present.push({ name, split, pairs: await intentPairs(split, meanings) })
  }
  const evidence = []
  const verdicts = []
  for (const { name, split, pairs } of present) {
    const coefficients = fitIntents(present.filter((other) => other.name !== name).map((other) => other.pairs))
    evidence.push(
      ...['label', 'examples'].map((ground) => ({ set: name, ground, ...worth(pairs, ground, coefficients) })),
    )
    for (const condition of conditions) {
      if (condition.messages && split.labels.every(({ messages }) => messages.length === 0)) continue
      const parts = condition.messages ? halves({ split, pairs }) : [{ split }]
      const judged = []
      for (const part of parts) {
        const ofPart = {
          ...coefficients,
          messages: part.others === undefined ? coefficients.examples : fitIntents([part.others]).messages,
        }
        judged.push(await judgedIntents(part.split, condition, { meanings, coefficients: ofPart, seed }))
      }
      verdicts.push({ set: name, condition: condition.name, ...sharesOf(judged) })
    }
  }
  return { evidence, verdicts, coefficients: fitIntents(present.map(({ pairs }) => pairs)) }
}

/** Each half of the domains, with the pairs of the other half. */
function halves({ split: { asked, labels }, pairs }) {
  const domains = [...new Set(labels.map(({ domain }) => domain))].sort()
  return [0, 1].map((half) => {
    const isIn = ({ domain }) => domains.indexOf(domain) % 2 === half
    return {
      split: { asked: asked.filter(isIn), labels: labels.filter(isIn) },
      others: pairs.filter((pair) => !isIn(pair) && !isIn(pair.row)),
    }
  })
}

function worth(pairs, ground, coefficients) {
  const scored = pairs.flatMap((pair) =>
    pair[ground] === undefined
      ? []
      : [{ ...pair, z: ground === 'label' ? logit(pair.label, coefficients.label) : strengthOf(pair, coefficients) }],
  )
  const of = (isWanted, score) => scored.filter(isWanted).map(score)
  const auc = (isWrong, score) =>
    areaUnderCurve(
      of(({ isOfIntent }) => isOfIntent, score),
      of(isWrong, score),
    )
  return {
    auc: auc(
      ({ isOfIntent }) => !isOfIntent,
      ({ z }) => z,
    ),
    siblings: auc(
      ({ isSibling }) => isSibling,
      ({ z }) => z,
    ),
    labelWords: auc(
      ({ isOfIntent }) => !isOfIntent,
      ({ labelWords }) => labelWords,
    ),
  }
}
