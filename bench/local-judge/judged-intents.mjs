import { judgeIntent } from '../../.build/judges/local/intent/judge-intent.js'
import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { nonAnswers } from './non-answers.mjs'

const PASS = 0.8
const FAIL = 0.3

/** How many labels of the same domain, and of others, each text is held against. */
const SIBLINGS = 3
const OTHERS = 5
const ALTERNATIVES = 4

/**
 * What the judge itself says of texts with the right label, with those of siblings and others, and of replies that answer something else.
 *
 * @param split as `splitIntents` makes it
 * @param condition what the judge is told of an intent: `description`, `examples`, `messages`, `alternatives`
 * @param coefficients of other sets
 */
export async function judgedIntents({ asked, labels }, condition, { meanings, coefficients, seed = 1 }) {
  const { random } = seededRandom({ seed })
  const some = (list, count) =>
    list
      .map((item) => ({ item, order: random() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, count)
      .map(({ item }) => item)
  const judge = async (reply, input, known, truth) => {
    const siblings = labels.filter(({ intent, domain }) => intent !== known.intent && domain === known.domain)
    const right = siblings.filter(({ intent }) => intent === truth)
    const alternatives = [...right, ...some(siblings, ALTERNATIVES - right.length)].map(({ intent }) => intent)
    const examples = condition.messages ? known.messages : condition.examples ? known.examples : []
    const { value } = await judgeIntent(
      {
        metric: 'intent',
        input,
        reply,
        intent: known.intent,
        ...(condition.description && known.description !== undefined && { description: known.description }),
        ...(examples.length > 0 && { examples: examples.filter((example) => example !== reply && example !== input) }),
        ...(condition.alternatives && { alternatives }),
      },
      { meanings: () => Promise.resolve(meanings), coefficients },
    )
    return value === null ? 'declined' : value >= PASS ? 'passed' : value <= FAIL ? 'failed' : 'between'
  }

  const outcomes = { right: [], sibling: [], other: [], swapped: [], nonAnswer: [] }
  const times = []
  for (const row of asked) {
    const { input = '' } = row
    const known = labels.find(({ intent }) => intent === row.intent)
    const start = performance.now()
    outcomes.right.push(await judge(row.text, input, known, row.intent))
    times.push(performance.now() - start)
    const siblings = labels.filter(({ intent, domain }) => intent !== row.intent && domain === row.domain)
    for (const sibling of some(siblings, SIBLINGS)) {
      outcomes.sibling.push(await judge(row.text, input, sibling, row.intent))
    }
    const others = labels.filter(({ domain }) => domain !== row.domain)
    for (const other of some(others, OTHERS)) outcomes.other.push(await judge(row.text, input, other, row.intent))
    // The message is right and the reply is not.
    const [stranger] = some(
      asked.filter(({ domain }) => domain !== row.domain),
      1,
    )
    const message = row.input ?? row.text
    if (stranger !== undefined) outcomes.swapped.push(await judge(stranger.text, message, known, row.intent))
    const [nothing] = some(nonAnswers, 1)
    outcomes.nonAnswer.push(await judge(nothing, message, known, row.intent))
  }
  return { outcomes, times, shareOfSiblings: shareOfSiblings(asked, labels) }
}

/**
 * Shares of what the judge said. Precision: of what passes, if half of the texts had the intent, and the rest had labels as they are
 * spread over siblings and others.
 */
export function sharesOf(parts) {
  const outcomes = (kind) => parts.flatMap((part) => part.outcomes[kind])
  const share = (kind, verdict) =>
    outcomes(kind).filter((outcome) => outcome === verdict).length / outcomes(kind).length
  const passed = Object.fromEntries(Object.keys(parts[0].outcomes).map((kind) => [kind, share(kind, 'passed')]))
  const wrong = mix(passed.sibling, passed.other, parts[0].shareOfSiblings)
  const times = parts.flatMap((part) => part.times).sort((a, b) => a - b)
  return {
    passed,
    failedRight: share('right', 'failed'),
    failedOther: share('other', 'failed'),
    failedNonAnswer: share('nonAnswer', 'failed'),
    precision: passed.right / (passed.right + wrong),
    milliseconds: times[Math.floor(times.length / 2)],
  }
}

function shareOfSiblings(asked, labels) {
  let siblings = 0
  for (const row of asked) siblings += labels.filter(({ domain }) => domain === row.domain).length - 1
  return siblings / (asked.length * (labels.length - 1))
}

/** Of a set of one domain there are no others. */
function mix(siblings, others, share) {
  if (Number.isNaN(others)) return siblings
  if (Number.isNaN(siblings)) return others
  return share * siblings + (1 - share) * others
}
