import { contentStems } from '../../../text/content-stems.js'
import { detectLanguage } from '../../../text/detect-language.js'
import { tokenize } from '../../../text/tokenize.js'
import { genericWords } from '../generic-words.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'

/** Below it a message and a reply have nothing to do with each other. */
const UNRELATED = 0.1

/** Words of the subject that message and reply must each have for shared words to be expected at all. */
const LEAST_ASKED = 6
const LEAST_SAID = 25

const MOST_CHARACTERS = 20_000

/** Letters by which two words may be of one family. */
const FAMILY = 4

/**
 * A reply to something else. By `relatedness` where there is one; without it, only a long reply that shares no word, not even the
 * beginning of one, with a long message. That is next to nothing, and has to be: a good answer may have words of its own.
 */
export function findOffTopic({
  input,
  reply,
  relatedness,
  context,
  reference,
}: FailureSubject): HardFailure | undefined {
  const finding: HardFailure = { kind: 'off-topic', evidence: reply.trim().slice(0, 200) }
  if (relatedness !== undefined) return relatedness(input, reply) < UNRELATED ? finding : undefined
  // What so long a message is about, a reply may well answer in a part of it.
  if (input.length > MOST_CHARACTERS) return undefined
  const asked = ofSubject([input, context, reference].filter((text) => text !== undefined).join('\n'))
  const said = ofSubject(reply.slice(0, MOST_CHARACTERS))
  if (asked.length < LEAST_ASKED || said.length < LEAST_SAID) return undefined
  if (detectLanguage(input) !== 'en' || detectLanguage(reply) !== 'en') return undefined
  const families = new Set(asked.map((word) => word.slice(0, FAMILY)))
  return said.some((word) => families.has(word.slice(0, FAMILY))) ? undefined : finding
}

function ofSubject(text: string): string[] {
  return contentStems(tokenize(text)).filter((word) => !genericWords.has(word))
}
