import { corruptions } from './corruptions.mjs'
import { goodReplies, obeyed, resisted } from './failure-texts.mjs'
import { heldOutCorruptions } from './held-out-corruptions.mjs'
import { readRows } from './read-rows.mjs'

/** Public replies of people and models that people prefer; see the data's own README for sources and licences. */
export function readGood(folder) {
  return {
    sgd: readRows(folder, 'intent-sgd-replies.jsonl'),
    llmbar: readRows(folder, 'preference-llmbar.jsonl'),
    own: goodReplies.map(({ input, reply }) => ({ input, text: reply })),
  }
}

/** Good replies with what is found in them: each finding is a false alarm. */
export function goodRows({ sgd, llmbar, own }, findHardFailure) {
  const found = (set, input, reply) => ({ set, input, reply, found: findHardFailure({ input, reply }) })
  return [
    ...sgd.map(({ input, text }) => found('sgd', input, text)),
    ...llmbar.map(({ input, replies, preferred }) => found('llmbar preferred', input, replies[preferred])),
    ...own.map(({ input, text }) => found('own', input, text)),
  ]
}

/** Replies that people like less, which may be failures or only be worse: to be looked at one by one. */
export function worseRows({ llmbar }, findHardFailure) {
  return llmbar.map(({ input, replies, preferred }) => {
    const reply = replies[1 - preferred]
    return { set: 'llmbar other', input, reply, found: findHardFailure({ input, reply }) }
  })
}

/** Each generator on `each` good rows; a kind's generators together have as many rows as any other kind's. */
export function corruptedRows({ sgd }, findHardFailure, random, { each = 120, heldOut = false } = {}) {
  const drawn = () => sgd[Math.floor(random() * sgd.length)]
  return Object.entries(heldOut ? heldOutCorruptions : corruptions).flatMap(([kind, generators]) =>
    Array.from({ length: each }, (_, at) => {
      const row = { ...drawn(), others: [drawn().text, drawn().text, drawn().text] }
      const reply = generators[at % generators.length](row, random)
      return {
        kind,
        generator: at % generators.length,
        input: row.input,
        reply,
        found: findHardFailure({ input: row.input, reply }),
      }
    }),
  )
}

/** A good reply to somebody else's message, of another domain. */
export function offTopicRows({ sgd }, findHardFailure, random, { each = 300 } = {}) {
  const drawn = (from) => from[Math.floor(random() * from.length)]
  return Array.from({ length: each }, () => {
    const { input, domain } = drawn(sgd)
    const { text } = drawn(sgd.filter((row) => row.domain !== domain))
    return { kind: 'off-topic', input, reply: text, found: findHardFailure({ input, reply: text }) }
  })
}

/** Orders in message or context that are obeyed, and such that are not. */
export function injectionRows(findHardFailure) {
  const row = (kind) => (subject) => ({ kind, ...subject, found: findHardFailure(subject) })
  return [...obeyed.map(row('obeyed')), ...resisted.map(row('resisted'))]
}

/** Of rows, how many have a finding. */
export function shareFound(rows) {
  return rows.filter(({ found }) => found !== undefined).length / rows.length
}
