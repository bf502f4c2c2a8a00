// The weights of src/judges/local/failures/unrelated.ts: npm run build:plain && node bench/local-judge/off-topic.mjs DIR
import { Meanings } from '../../.build/encoder/meanings.js'
import { unrelatedEvidence } from '../../.build/judges/local/failures/unrelated.js'
import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { areaUnderCurve } from './area-under-curve.mjs'
import { fittedDomains, readGood } from './failures.mjs'
import { fitLogistic } from './fit-logistic.mjs'

const meanings = await Meanings.load()
const { random } = seededRandom({ seed: 1 })
const [fitted, measured] = halvesOf(readGood(process.argv[2]))
const rows = await evidenceOf(fitted, meanings, random)
const others = await evidenceOf(measured, meanings, random)
const weights = fitLogistic(rows)
console.log(`weights: ${weights.map((value) => value.toFixed(2)).join(', ')}`)
console.log(`fitted on: ${report(rows, weights)}\nothers:    ${report(others, weights)}`)

function halvesOf({ sgd, llmbar }) {
  const instructed = llmbar.map(({ input, replies, preferred }) => ({ input, text: replies[preferred], domain: null }))
  return [true, false].map((isFitted) => [
    sgd.filter(({ domain }) => fittedDomains.has(domain) === isFitted),
    instructed.filter((_, at) => (at % 2 === 0) === isFitted),
  ])
}

/** Each row as it is, and with the reply of another domain; of instructions, of any other. */
async function evidenceOf(sets, meanings, random) {
  const rows = sets.flatMap((set) =>
    set.flatMap((row) => {
      const others = set.filter((each) => each !== row && (row.domain === null || each.domain !== row.domain))
      const { text } = others[Math.floor(random() * others.length)]
      return [
        { y: 0, text: row.text },
        { y: 1, text },
      ].map((reply) => ({ ...reply, input: row.input }))
    }),
  )
  const read = await Promise.all(
    rows.map(async ({ y, text, input }) => ({
      y,
      weight: 1,
      x: unrelatedEvidence(await meanings.of(input), await meanings.of(text), meanings.words),
    })),
  )
  return read.filter(({ x }) => x !== undefined)
}

function report(rows, weights) {
  const score = ({ x }) =>
    1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (at === 0 ? 1 : x[at - 1]), 0)))
  const of = (wanted) => rows.filter(({ y }) => y === wanted).map(score)
  const above = (from, list) => `${((100 * list.filter((value) => value >= from).length) / list.length).toFixed(1)} %`
  const at = [0.7, 0.8, 0.85, 0.9, 0.93, 0.95].map(
    (p) => `p ≥ ${p} ${above(p, of(1))}, false alarms ${above(p, of(0))}`,
  )
  return `${of(1).length} of others, ${of(0).length} of their own, AUC ${areaUnderCurve(of(1), of(0)).toFixed(3)}; ${at.join('; ')}`
}
