import { detectLanguage } from '../../../text/detect-language.js'
import { tellingStems } from '../telling-stems.js'
import { asksForCode } from './asks-for-code.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'
import { unrelated } from './unrelated.js'

/** How sure the evidence of meaning must be. */
const UNRELATED = 0.93

/** Words of the subject that message and reply must each have for shared words to be expected at all. */
const LEAST_ASKED = 6
const LEAST_SAID = 25

const MOST_CHARACTERS = 20_000

/** Letters by which two words may be of one family. */
const FAMILY = 4

/** What is composed may be of anything, and what is worked out has words of its own. */
const asksForWork =
  /\b(?:write|compose|draft|create|generate|invent|imagine|pretend|role-?play|continue|complete|rewrite|rephrase|paraphrase|translate|summari[sz]e|classify|correct|edit|convert|list|name|poem|haiku|story|song|lyrics|joke|riddle|pun|script|sentence|statement|following)\b/i

/** Of itself an assistant may speak beside any matter: that is a refusal, or none. */
const ofItself = /\b(?:language model|(?:as|am|i'm) an? ai|ai (?:assistant|model))\b/i

/**
 * A reply to something else, both in English. By their meanings where they are known. Without them only a long reply that shares no word,
 * not even the beginning of one, with a long message. That is next to nothing, and has to be: a good answer may have words of its own.
 */
export function findOffTopic(subject: FailureSubject): HardFailure | undefined {
  // What so long a message is about, a reply may well answer in a part of it.
  if (subject.input.length > MOST_CHARACTERS) return undefined
  const isFound = subject.meanings === undefined ? sharesNoWord(subject) : meansSomethingElse(subject, subject.meanings)
  return isFound ? { kind: 'off-topic', evidence: subject.reply.trim().slice(0, 200) } : undefined
}

function meansSomethingElse(
  { input, reply, context, reference }: FailureSubject,
  { input: asked, reply: said, words }: NonNullable<FailureSubject['meanings']>,
): boolean {
  if (asksForWork.test(input) || asksForCode(input) || ofItself.test(reply)) return false
  const evidence = unrelated(asked, said, words)
  if (evidence === undefined || evidence < UNRELATED || !isEnglish(input) || !isEnglish(reply)) return false
  const known = new Set(tellingStems([context, reference].filter((text) => text !== undefined).join('\n')))
  return !tellingStems(reply.slice(0, MOST_CHARACTERS)).some((word) => known.has(word))
}

/** Or too short to tell, without letters that English has not. */
function isEnglish(text: string): boolean {
  const language = detectLanguage(text)
  return language === 'en' || (language === null && !/[^\p{ASCII}\p{P}\p{S}\s]/u.test(text))
}

function sharesNoWord({ input, reply, context, reference }: FailureSubject): boolean {
  const asked = tellingStems([input, context, reference].filter((text) => text !== undefined).join('\n'))
  const said = tellingStems(reply.slice(0, MOST_CHARACTERS))
  if (asked.length < LEAST_ASKED || said.length < LEAST_SAID) return false
  if (detectLanguage(input) !== 'en' || detectLanguage(reply) !== 'en') return false
  const families = new Set(asked.map((word) => word.slice(0, FAMILY)))
  return !said.some((word) => families.has(word.slice(0, FAMILY)))
}
