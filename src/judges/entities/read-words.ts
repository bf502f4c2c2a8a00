import { normalizeText } from '../../text/normalize-text.js'
import type { Span } from './span.js'

/** A word of a text. */
export interface Word extends Span {
  /** Normalised, numbers to twelve and ordinals in digits. */
  text: string
}

/** Scripts that put no space between words: each character is one. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`
const letter = String.raw`(?:(?!${unspaced})[\p{L}\p{M}\p{N}])`
const word = new RegExp(String.raw`${unspaced}\p{M}*|${letter}+(?:['’]${letter}+)*|&`, 'gu')

/** Most words need only be put in lower case, which takes a tenth of the time. */
const isPlain = /^[A-Za-z0-9]+$/

const inDigits: Record<string, string> = {
  '&': 'and',
  ...Object.fromEntries(
    'zero one two three four five six seven eight nine ten eleven twelve'
      .split(' ')
      .map((name, value) => [name, String(value)]),
  ),
  ...Object.fromEntries(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
      .split(' ')
      .map((name, index) => [name, `${index + 1}${['st', 'nd', 'rd'][index] ?? 'th'}`]),
  ),
}

/**
 * The words of a text, in any script, and where each stands. Marks between them are left out, apostrophes within them too. Linear.
 *
 * @example
 * readWords("Rubio's & Sons").map(({ text }) => text) // ['rubios', 'and', 'sons']
 */
export function readWords(text: string): Word[] {
  return [...text.matchAll(word)].flatMap(({ 0: found, index }) => {
    const plain = isPlain.test(found) ? found.toLowerCase() : normalizeText(found).replace(/'/g, '')
    if (plain === '') return []
    return [
      {
        at: index,
        end: index + found.length,
        text: Object.hasOwn(inDigits, plain) ? (inDigits[plain] ?? plain) : plain,
      },
    ]
  })
}
