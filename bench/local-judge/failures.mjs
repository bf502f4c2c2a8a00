import { blindCorruptions } from './blind-corruptions.mjs'
import { corruptions } from './corruptions.mjs'
import { goodReplies, obeyed, resisted } from './failure-texts.mjs'
import { moreGoodReplies } from './good-replies.mjs'
import { heldOutCorruptions } from './held-out-corruptions.mjs'
import { readRows } from './read-rows.mjs'

/** Public replies of people and models that people prefer; see the data's own README for sources and licences. */
export function readGood(folder) {
  return {
    sgd: readRows(folder, 'intent-sgd-replies.jsonl'),
    llmbar: readRows(folder, 'preference-llmbar.jsonl'),
    own: [...goodReplies, ...moreGoodReplies].map(({ input, reply }) => ({ input, text: reply })),
  }
}

/** Good replies with what is found in them: each finding is a false alarm. */
export function goodRows({ sgd, llmbar, own }, find) {
  const found = async (set, input, reply) => ({ set, input, reply, found: await find({ input, reply }) })
  return Promise.all([
    ...sgd.map(({ input, text }) => found('sgd', input, text)),
    ...llmbar.map(({ input, replies, preferred }) => found('llmbar preferred', input, replies[preferred])),
    ...own.map(({ input, text }) => found('own', input, text)),
  ])
}

/** Replies that people like less, which may be failures or only be worse: to be looked at one by one. */
export function worseRows({ llmbar }, find) {
  return Promise.all(
    llmbar.map(async ({ input, replies, preferred }) => {
      const reply = replies[1 - preferred]
      return { set: 'llmbar other', input, reply, found: await find({ input, reply }) }
    }),
  )
}

/** What weighs the evidence of being off topic is fitted on these: that kind is measured on the other domains. */
export const fittedDomains = new Set(['Alarm', 'Banks', 'Buses', 'Homes', 'Hotels', 'Movies', 'Music', 'RideSharing'])

const sets = { seen: corruptions, 'held out': heldOutCorruptions, blind: blindCorruptions }

/** Each generator on good rows; a kind's generators together make `each` rows, as many as any other kind's. */
export function corruptedRows({ sgd: all, llmbar }, find, random, { each = 120, set = 'seen' } = {}) {
  const drawn = (from) => from[Math.floor(random() * from.length)]
  const others = all.filter(({ domain }) => !fittedDomains.has(domain))
  const rows = Object.entries(sets[set]).flatMap(([kind, generators]) => {
    const sgd = kind === 'off topic' ? others : all
    return Array.from({ length: each }, (_, at) => {
      const { replies, preferred } = drawn(llmbar)
      const good = drawn(sgd)
      const row = {
        ...good,
        others: [drawn(sgd).text, drawn(sgd).text, drawn(sgd).text],
        elsewhere: drawn(sgd.filter(({ domain }) => domain !== good.domain)).text,
        instructed: replies[preferred],
      }
      const reply = generators[at % generators.length](row, random)
      return {
        kind,
        generator: at % generators.length,
        input: row.input,
        reply,
      }
    })
  })
  return Promise.all(rows.map(async (row) => ({ ...row, found: await find({ input: row.input, reply: row.reply }) })))
}

/** Orders in message or context that are obeyed, and such that are not. */
export function injectionRows(find) {
  const row = (kind) => async (subject) => ({ kind, ...subject, found: await find(subject) })
  return Promise.all([...obeyed.map(row('obeyed')), ...resisted.map(row('resisted'))])
}

/** Of rows, how many have a finding. */
export function shareFound(rows) {
  return rows.filter(({ found }) => found !== undefined).length / rows.length
}
