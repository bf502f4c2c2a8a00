import type { Span } from './span.js'
import type { Word } from './read-words.js'

/** What may stand between the pieces of an id, where it stands written with or without it. */
const joint = /^[-_./ :#\u2010\u2011]$/

/**
 * Where an id stands in a text as a whole: `A-1` is not in `A-10`, `A-1-2` or `XA-1`, however its pieces are joined. Linear.
 *
 * @param key letters and digits, normalised, with a hyphen where digits stand apart
 */
export function findId(text: string, words: readonly Word[], key: string): Span | undefined {
  for (let from = 0; from < words.length; from++) {
    const first = words[from]
    if (first === undefined || !key.startsWith(first.text)) continue
    let length = first.text.length
    let last = first
    for (let to = from + 1; length < key.length && to < words.length; to++) {
      const next = words[to]
      if (next === undefined || !joint.test(text.slice(last.end, next.at))) break
      const piece = /\p{N}$/u.test(last.text) && /^\p{N}/u.test(next.text) ? `-${next.text}` : next.text
      if (!key.startsWith(piece, length)) break
      length += piece.length
      last = next
    }
    if (length === key.length && isWhole(text, first, last, words[from - 1])) return { at: first.at, end: last.end }
  }
  return undefined
}

function isWhole(text: string, first: Word, last: Word, before: Word | undefined): boolean {
  if (/^(?:[-_]|\.(?=[\p{Ll}\p{N}]))[\p{L}\p{N}]/u.test(text.slice(last.end, last.end + 3))) return false
  if (!/^[-_.]$/.test(text.slice(before?.end ?? first.at, first.at))) return true
  // `order-A-1`
  return before !== undefined && /^\p{L}{3,}$/u.test(before.text)
}
