import { aboutOrder } from './about-order.js'
import { catalogue } from './catalogue.js'
import { answerInOtherLanguage, askForWords, notUnderstood } from './fallback.js'
import { faq } from './faq.js'
import { findOrderNumbers } from './find-order-numbers.js'
import { firstSentences } from './first-sentences.js'
import type { Match } from './retrieve.js'
import { createRetrieval } from './retrieve.js'
import { settings } from './settings.js'
import { splitQuestions } from './split-questions.js'
import type { Topic } from './topic.js'

export interface Turn {
  role: string
  content: string
}

export interface Conversation {
  history?: readonly Turn[]
  /** `customerId`: who is signed in. */
  context?: Readonly<Record<string, unknown>>
}

const retrieve = createRetrieval([...faq, ...catalogue])
const status = faq.find(({ id }) => id === 'where-is-my-order')!

/** The assistant of Larch & Spoke: looks up what is asked in the FAQ, the catalogue and the customer's own orders. */
export async function answer(
  message: string,
  { history = [], context = {} }: Conversation = {},
): Promise<{ text: string }> {
  const early = askForWords(message) ?? answerInOtherLanguage(message)
  if (early !== undefined) return { text: early }

  const topics = recogniseTopics(message)
  if (topics.length === 0) return { text: notUnderstood(message) }

  const named = findOrderNumbers(message)
  const orderNumbers = named.length > 0 ? named : rememberedOrderNumbers(history)
  const customerId = typeof context.customerId === 'string' ? context.customerId : undefined
  const answers: string[] = []
  for (const topic of topics) {
    const abouts = topic.order ? orderNumbers.map((number) => aboutOrder(number, topic, customerId)) : []
    answers.push(...(abouts.length > 0 ? await Promise.all(abouts) : [topic.answer]))
  }
  return { text: answers.map((text) => firstSentences(text, settings.sentencesPerAnswer)).join(' ') }
}

/** The best-matched topics, in the order in which they were asked. */
function recogniseTopics(message: string): Topic[] {
  const matches = splitQuestions(message)
    .map(bestTopic)
    .filter((match) => match !== undefined)
  const alone = matches.find(({ topic }) => topic.place === 'alone')
  if (alone) return [alone.topic]

  const questions = matches.filter(({ topic }) => topic.place !== 'aside')
  const candidates = questions.length > 0 ? questions : matches
  const best = new Set<Topic>()
  for (const { topic } of candidates.toSorted((a, b) => b.score - a.score)) {
    if (best.size < settings.answersPerMessage) best.add(topic)
  }
  return [...new Set(candidates.map(({ topic }) => topic))].filter((topic) => best.has(topic))
}

/** A question that names an order is about the order, whatever product it names, too. */
function bestTopic(question: string): Match | undefined {
  const numbers = findOrderNumbers(question)
  if (numbers.length === 0) return wellMatched(retrieve(question))
  const words = numbers.reduce((text, number) => text.replace(number, ' '), question)
  const match = retrieve(words, ({ order, place }) => order !== undefined || place === 'alone')
  return wellMatched(match) ?? { topic: status, score: settings.minScore }
}

function wellMatched(match: Match | undefined): Match | undefined {
  return match && match.score >= settings.minScore ? match : undefined
}

function rememberedOrderNumbers(history: readonly Turn[]): string[] {
  const turns = history.slice(Math.max(0, history.length - settings.turnsRemembered)).reverse()
  return turns.map(({ content }) => findOrderNumbers(content)).find((numbers) => numbers.length > 0) ?? []
}
