// The weights of src/judges/local/failures/find-word-salad.ts: npm run build:plain && node bench/local-judge/word-salad.mjs DIR
import { disorderSigns } from '../../.build/judges/local/failures/disorder-signs.js'
import { proseOf } from '../../.build/judges/local/failures/prose-of.js'
import { wordOrder } from '../../.build/judges/local/failures/word-order.js'
import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { readGood } from './failures.mjs'
import { fitLogistic } from './fit-logistic.mjs'
import { shuffled } from './shuffled.mjs'

/** As in find-word-salad.ts. */
const LEAST_PAIRS = 7
const MOST_PAIRS = 50
const DISORDER = 2.5

/** Four corruptions stand beside each good reply. */
const WEIGHT_OF_SALAD = 0.25

const { sgd, llmbar } = readGood(process.argv[2])
const { random } = seededRandom({ seed: 1 })
const halves = [0, 1].map((half) => {
  const isOfIt = (_, at) => at % 2 === half
  const replies = sgd.filter(isOfIt).map(({ text }) => text)
  const instructed = llmbar.filter(isOfIt).flatMap(({ input, replies, preferred }) => [input, replies[preferred]])
  return { good: [...replies, ...instructed], salad: [...replies.flatMap(saladsOf), ...instructed.flatMap(longSalad)] }

  function saladsOf(text) {
    const other = () => replies[Math.floor(random() * replies.length)]
    const three = [text, other(), other()]
    return [
      inDisorder(plain(three.join(' ')), 24),
      inDisorder(three.join(' '), 24),
      three.map((each) => `${inDisorder(plain(each), 50)}.`).join(' '),
      ...longSalad(text),
    ]
  }
})

const fitted = halves.map(({ good, salad }) =>
  fitLogistic([
    ...rowsOf(good).map((x) => ({ x, y: 0, weight: 1 })),
    ...rowsOf(salad).map((x) => ({ x, y: 1, weight: WEIGHT_OF_SALAD })),
  ]),
)
for (const [at, weights] of fitted.entries()) {
  const { good, salad } = halves[1 - at]
  const found = (texts) =>
    `${((100 * texts.filter((text) => isFound(text, weights)).length) / texts.length).toFixed(1)} %`
  console.log(
    `half ${at + 1}: ${shown(weights)}; of the other half's salads ${found(salad)}, of its good texts ${found(good)}`,
  )
}
console.log(`mean: ${shown(fitted[0].map((value, at) => (value + fitted[1][at]) / 2))}`)

function shown(weights) {
  return weights.map((value) => value.toFixed(2)).join(', ')
}

function plain(text) {
  return text.toLowerCase().replace(/[.,!?;:]/g, '')
}

function inDisorder(text, most) {
  return shuffled(text.split(/\s+/), random).slice(0, most).join(' ')
}

/** Of one text alone, if it has words enough. */
function longSalad(text) {
  return text.split(/\s+/).length >= 10 ? [inDisorder(plain(text), 30)] : []
}

function rowsOf(texts) {
  return texts.map(evidenceOf).filter((x) => x !== undefined)
}

function evidenceOf(reply) {
  const text = proseOf(reply)
  const { mean, pairs } = wordOrder(text)
  if (pairs < LEAST_PAIRS || mean >= 0) return undefined
  const length = Math.sqrt(Math.min(pairs, MOST_PAIRS))
  const { certain, weak } = disorderSigns(text)
  return [mean * length, length, certain, weak]
}

function isFound(reply, weights) {
  const x = evidenceOf(reply)
  return (
    x !== undefined && weights.reduce((sum, weight, at) => sum + weight * (at === 0 ? 1 : x[at - 1]), 0) >= DISORDER
  )
}
