import { boundedLead, strengthOfExamples } from '../../.build/judges/local/intent/intent-likelihood.js'
import { logit } from '../../.build/judges/local/logistic-model.js'
import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { fitLogistic } from './fit-logistic.mjs'

/** How many other labels of its domain an intent is told from. */
const ALTERNATIVES = 4

/**
 * The coefficients of all grounds, of some sets' pairs. Every set counts the same, and in it those that have the intent as much as those
 * that have not.
 *
 * @param sets lists of pairs, as `intentPairs` makes them
 */
export function fitIntents(sets) {
  const { random } = seededRandom({ seed: 1 })
  const label = fit(sets, (pair) => pair.label)
  const examples = fit(sets, (pair) => pair.examples)
  const nearestExamples = fit(sets, (pair) => pair.nearestExamples)
  const messages = fit(sets, (pair) => pair.messages)
  const among = sets.map((pairs) => withLeads(pairs, label, random))
  const lead = (pair) => boundedLead(pair.lead)
  return {
    label,
    examples,
    nearestExamples,
    messages,
    labelAmongOthers: fit(among, (pair) => [logit(pair.label, label), lead(pair)]),
    examplesAmongOthers: fit(
      among,
      (pair) => pair.examples && [strengthOf(pair, { label, examples, nearestExamples }), lead(pair)],
    ),
  }
}

/** As `intentLikelihood` weighs it where there are examples. */
export function strengthOf(pair, { label, examples, nearestExamples }) {
  return strengthOfExamples({
    all: logit(pair.examples, examples),
    nearest: logit(pair.nearestExamples, nearestExamples),
    label: logit(pair.label, label),
  })
}

function fit(sets, evidenceOf) {
  const rows = sets.flatMap((pairs) => {
    const known = pairs.flatMap((pair) => {
      const x = evidenceOf(pair)
      return x === undefined ? [] : [{ x, y: Number(pair.isOfIntent) }]
    })
    const positives = known.filter(({ y }) => y === 1).length
    return known.map((row) => ({ ...row, weight: 1000 / (row.y === 1 ? positives : known.length - positives) }))
  })
  return rows.length === 0 ? undefined : fitLogistic(rows)
}

/** Each label with its lead over four others of its domain, of which the right one is always one. */
function withLeads(pairs, coefficients, random) {
  const groups = groupBy(pairs)
  return [...groups.values()].flatMap((group) => {
    const strength = new Map(group.map((pair) => [pair, logit(pair.bare, coefficients)]))
    return group.flatMap((pair) => {
      const others = group
        .filter((other) => other !== pair && other.domain === pair.domain)
        .map((other) => ({ other, order: other.isOfIntent ? -1 : random() }))
        .sort((a, b) => a.order - b.order)
        .slice(0, ALTERNATIVES)
      if (others.length === 0) return []
      const rival = Math.max(...others.map(({ other }) => strength.get(other)))
      return [{ ...pair, lead: strength.get(pair) - rival }]
    })
  })
}

function groupBy(pairs) {
  const groups = new Map()
  for (const pair of pairs) {
    const group = groups.get(pair.row)
    if (group === undefined) groups.set(pair.row, [pair])
    else group.push(pair)
  }
  return groups
}
