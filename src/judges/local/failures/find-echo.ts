import { tokenize } from '../../../text/tokenize.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'

/** Fewer words may well be answered by themselves: "Good morning!" */
const SHORTEST = 4

/** Share of the pairs of words that message and reply have in common, from which one repeats the other. */
const NEARLY_THE_SAME = 0.85

const leadIn =
  /^\W*(?:user|human|question|input|q|you (?:said|asked|wrote)|your (?:question|message)(?: (?:is|was))?)\s*[:,]/i

/** "Good evening to you" may be returned, and what is to be repeated, put right or put in another form may come back nearly as it was. */
const mayComeBack =
  /^\W*(?:(?:hello|hi|hey)\b\W*)?(?:good (?:morning|afternoon|evening|night|day)|happy|merry|nice to|thanks|thank you|see you|have a|how are)\b(?!.*\b(?:i|me|my)\b)[^.?!\n]{0,30}[.?!]*$|\b(?:repeat|echo|say (?:this|the following|after)|copy|quote|proofread|correct|grammar\w*|spell\w*|punctuat\w*|rewrite|rephrase|paraphrase|revise|edit|fix|translat\w*|format\w*|capitali[sz]\w*|uppercase|lowercase|convert|transcri\w*|type (?:this|the following)|verbatim|word for word|after me)\b/i

const ofTheUser = /\b(?:i|me|my)\b/i

const asksOrOrders =
  /^\W*(?:(?:ok|okay|great|good|yes|sure|hi|hello|hey|now|so|cool|thanks|please)\W+)*(?:what|where|when|who|which|how|why|can|could|would|will|do|does|did|is|are|has|have|find|book|show|get|play|tell|give|help|make|reserve|buy|search|check|cancel|send|schedule|look|add|open|call)\b/i

/** The message again, or nearly. */
export function findEcho({ input, reply }: FailureSubject): HardFailure | undefined {
  if (mayComeBack.test(input)) return undefined
  // Shorter than half or longer than three times the message, it cannot be the message once or twice.
  if (reply.length < input.length / 2 || reply.length > 3 * input.length + 40) return undefined
  const asked = tokenize(input).map(({ text }) => text)
  if (asked.length < SHORTEST) return undefined
  const said = tokenize(reply.replace(leadIn, '')).map(({ text }) => text)
  const once = said.length >= 2 * asked.length - 1 ? said.slice(0, asked.length) : said
  const rest = said.slice(once.length)
  const isEcho =
    likeness(asked, once) >= NEARLY_THE_SAME && (rest.length === 0 || likeness(asked, rest) >= NEARLY_THE_SAME)
  // A few words may be said back to confirm them: "Two tickets to Bern." Nobody does so with a question or an order, or with "my".
  const isAskedBack = input.includes('?') && reply.includes('?')
  const isOwnWords =
    asked.length > 6 || ofTheUser.test(input) || asksOrOrders.test(input) || isAskedBack || rest.length > 0
  return isEcho && isOwnWords ? { kind: 'echo', evidence: reply.trim().slice(0, 200) } : undefined
}

/** Of the pairs of neighbouring words, the share that both have (Dice), each as often as it stands there. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const pairs = pairsOf(a)
  const others = pairsOf(b)
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of others) {
    const left = counts.get(pair) ?? 0
    if (left === 0) continue
    shared++
    counts.set(pair, left - 1)
  }
  return (2 * shared) / (pairs.length + others.length)
}

function pairsOf(words: readonly string[]): string[] {
  return ['', ...words].map((word, at) => `${word} ${words[at] ?? ''}`)
}
