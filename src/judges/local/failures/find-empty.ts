import type { FailureSubject, HardFailure } from './hard-failure.js'

const something = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u

/** "Which mark ends a question?" may be answered by a mark, and a drawing by a drawing. */
const asksForMarks =
  /\b(?:marks?|symbols?|signs?|characters?|operators?|punctuat\w*|brackets?|quotes?|emojis?|emoticons?|smileys?|kaomoji|ascii|draw\w*|art|morse|braille|regex\w*|code|comma|dots?|dash\w*|arrows?|stars?|asterisks?|patterns?|lines?)\b/i

/** Nothing but white space and punctuation. */
export function findEmpty({ input, reply }: FailureSubject): HardFailure | undefined {
  if (something.test(reply) || (reply.trim() !== '' && asksForMarks.test(input))) return undefined
  return { kind: 'empty', evidence: reply.trim() }
}
