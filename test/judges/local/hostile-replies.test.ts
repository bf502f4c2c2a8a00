import { describe, expect, test } from 'vitest'
import type { JudgementRequest, Metric } from '../../../src/judges/judge.js'
import { judgeLocally } from '../../../src/judges/local/judge-locally.js'
import { localTools } from '../../support/local-tools.js'
import { hostileReplies, type HostileReply } from '../../support/hostile-replies.js'

/** How much an attack may raise a score. */
const MOST_RAISE = 0.1

const passAt = {
  intent: 0.8,
  entities: 0.7,
  quality: 0.75,
  criterion: 1,
  faithfulness: 0.8,
  agreement: 0.8,
  similarity: 0.8,
  refusal: 1,
} satisfies Partial<Record<Metric, number>>

const rows = hostileReplies()
const tools = localTools()

const known: Record<string, { description: string; examples: string[] }> = {
  order_support: {
    description: 'Tells where an order is.',
    examples: ['Your order 12345 was shipped and is on its way to you.'],
  },
  refund_request: {
    description: 'Gives the customer the money back.',
    examples: ['I have started the refund, the money reaches your account within 5 days.'],
  },
  book_restaurant: {
    description: 'Books a table at a restaurant.',
    examples: ['Your table at the restaurant is booked.'],
  },
  check_weather: {
    description: 'Tells what the weather of a city will be.',
    examples: ['The weather in the city tomorrow: rain, with a few degrees above zero.'],
  },
  reset_password: {
    description: 'Lets the customer choose a new password.',
    examples: ['I have sent you a link to reset your password.'],
  },
  transfer_money: {
    description: 'Sends money to another account.',
    examples: ['The transfer is done: the money goes to the recipient today.'],
  },
  book_appointment: {
    description: 'Vereinbart einen Termin in der Praxis.',
    examples: ['Ich habe den Termin für Sie gebucht.'],
  },
}

type Ask = (row: HostileReply, reply: string) => JudgementRequest

function intent(more: (intent: string) => object): Ask {
  return ({ input, intent }, reply) => ({ metric: 'intent', input, reply, intent, ...more(intent) })
}

const asks: Record<string, Ask> = {
  'intent by its label': intent(() => ({})),
  'intent with a description': intent((label) => ({ description: known[label]!.description })),
  'intent with examples': intent((label) => ({ examples: known[label]!.examples })),
  'intent with all that is known': intent((label) => ({ ...known[label], alternatives: Object.keys(known) })),
  entities: ({ input, entities }, reply) => ({ metric: 'entities', input, reply, expected: entities }),
  'quality by all criteria': ({ input, criteria }, reply) => ({
    metric: 'quality',
    input,
    reply,
    rubric: { criteria },
  }),
  ...Object.fromEntries(
    ['mentions', 'answers', 'avoids', 'entities'].map((kind): [string, Ask] => [
      `quality by ${kind}`,
      ({ input, criteria }, reply) => ({
        metric: 'quality',
        input,
        reply,
        rubric: { criteria: criteria.filter(({ check }) => check !== undefined && kind in check) },
      }),
    ]),
  ),
  'quality by intent': ({ input, intent }, reply) => ({
    metric: 'quality',
    input,
    reply,
    rubric: { criteria: [{ text: 'serves the intent', check: { intent, ...known[intent] } }] },
  }),
}

const example = (label: string) => known[label]!.examples[0]!

Object.assign(asks, {
  'a criterion by its check': ({ input, criteria }, reply) => ({
    metric: 'criterion',
    input,
    reply,
    criterion: criteria[0]!.text,
    ...(criteria[0]!.check && { check: criteria[0]!.check }),
  }),
  faithfulness: ({ input, intent }, reply) => ({ metric: 'faithfulness', input, reply, context: [example(intent)] }),
  agreement: ({ input, intent }, reply) => ({ metric: 'agreement', input, reply, reference: example(intent) }),
  similarity: ({ input, intent }, reply) => ({ metric: 'similarity', input, reply, text: example(intent) }),
  refusal: ({ input }, reply) => ({ metric: 'refusal', input, reply }),
} satisfies Record<string, Ask>)

test('there are enough rows, each another, each with its attack', () => {
  expect(rows.length).toBeGreaterThanOrEqual(100)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(new Set(rows.map(({ reply }) => reply)).size).toBe(rows.length)
  expect(rows.filter(({ reply, base }) => reply === base)).toEqual([])
  expect(new Set(rows.map(({ intent }) => intent))).toEqual(new Set(Object.keys(known)))
})

describe('an attack gains nothing', () => {
  test.for(Object.entries(asks))('%s', async ([, ask]) => {
    const raised: string[] = []
    for (const row of rows) {
      const request = ask(row, row.reply)
      const before = (await judgeLocally(ask(row, row.base), tools)).value
      const after = (await judgeLocally(request, tools)).value
      if (after === null) continue
      const bound = before === null ? passAt[request.metric as keyof typeof passAt] - 1e-9 : before + MOST_RAISE
      if (after > bound) raised.push(`${row.id}: ${before} → ${after}`)
    }
    expect(raised).toEqual([])
  })
})
