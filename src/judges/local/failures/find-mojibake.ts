import type { FailureSubject, HardFailure } from './hard-failure.js'

/**
 * UTF-8 that was read as Latin 1 or Windows 1252: the first byte of a character of two or three, then what its next byte looks like there,
 * which no text has beside it. And the mark for what could not be read at all.
 */
const misread = /[ÂÃÄÅÐÑØÙâã][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\ufffd/g

const LEAST = 2

/** Of the characters of a text, one misread in so many. */
const ONE_IN = 60

/** Letters that a program misread on their way: `Ihre GrÃ¶ÃŸe`. */
export function findMojibake({ input, reply }: FailureSubject): HardFailure | undefined {
  const found = [...reply.matchAll(misread)]
  if (found.length < LEAST || found.length * ONE_IN < reply.length) return undefined
  if (input.search(misread) !== -1 || /\b(?:encod|unicode|utf|mojibake|latin.?1|charset|code ?page)/i.test(input))
    return undefined
  const at = found[0]?.index ?? 0
  return { kind: 'mojibake', evidence: reply.slice(Math.max(0, at - 20), at + 40) }
}
