import { functionWords } from './function-words.js'
import { tokenize } from './tokenize.js'

/** Looked at; more would not change the answer. */
const MOST_CHARACTERS = 20_000

/** Function words, each shared out among the languages that have it, that a text must hold of its language. */
const LEAST_EVIDENCE = 1.5

/** How much more of one language than of the next there must be. */
const LEAST_LEAD = 1.5

const scripts: { script: RegExp; language: (text: string, words: ReadonlySet<string>) => string | null }[] = [
  { script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: () => 'ja' },
  { script: /\p{Script=Hangul}/gu, language: () => 'ko' },
  { script: /\p{Script=Han}/gu, language: () => 'zh' },
  { script: /\p{Script=Thai}/gu, language: () => 'th' },
  { script: /\p{Script=Greek}/gu, language: () => 'el' },
  { script: /\p{Script=Hebrew}/gu, language: () => 'he' },
  { script: /\p{Script=Georgian}/gu, language: () => 'ka' },
  { script: /\p{Script=Armenian}/gu, language: () => 'hy' },
  { script: /\p{Script=Tamil}/gu, language: () => 'ta' },
  { script: /\p{Script=Bengali}/gu, language: () => 'bn' },
  { script: /\p{Script=Cyrillic}/gu, language: cyrillicLanguage },
  { script: /\p{Script=Arabic}/gu, language: arabicLanguage },
  {
    script: /\p{Script=Devanagari}/gu,
    language: (_, words) => (words.has('है') || words.has('हैं') || words.has('में') ? 'hi' : null),
  },
]

/** The ISO 639-1 codes that `detectLanguage` can answer with. */
export const knownLanguages: ReadonlySet<string> = new Set([
  ...functionWords.keys(),
  ...'ja ko zh th el he ka hy ta bn hi ru uk ar fa'.split(' '),
])

/** Letters that few languages have, and what they are worth in function words. */
const tellingLetters: Record<string, RegExp> = {
  de: /ß/gi,
  es: /[ñ¿¡]/gi,
  pt: /[ãõ]/gi,
  pl: /[łąęśźż]/gi,
  tr: /[ğşı]/g,
  da: /[æø]/gi,
  fr: /[œêèç]/gi,
}

/**
 * The language that a text is written in, as its ISO 639-1 code, or `null` when unsure: too short, mixed, or none of those known.
 * Knows en, de, fr, es, it, pt, nl, sv, da, pl and tr by their function words, and ja, ko, zh, th, el, he, ka, hy, ta, bn, hi, ru, uk,
 * ar and fa by their script.
 *
 * @example
 * detectLanguage('Ihre Bestellung ist unterwegs.') // 'de'
 * detectLanguage('OK')                             // null
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, MOST_CHARACTERS)
  const words = tokenize(sample).flatMap((token) => (token.numbers === undefined ? [token.text] : []))
  const letters = count(sample, /\p{L}/gu)
  const latin = count(sample, /\p{Script=Latin}/gu)
  if (letters === 0) return null
  if (latin / letters > 0.6) return latinLanguage(sample, words)
  // A name or a product in Latin letters does not make an answer in Japanese an English one.
  return letters - latin < 2 || latin / letters > 0.5 ? null : scriptLanguage(sample, letters - latin, new Set(words))
}

function scriptLanguage(text: string, letters: number, words: ReadonlySet<string>): string | null {
  for (const { script, language } of scripts) {
    const share = count(text, script) / letters
    // Japanese mixes its own letters with Chinese ones.
    if (share > (script.source.includes('Hiragana') ? 0.1 : 0.7)) return language(text, words)
  }
  return null
}

function latinLanguage(text: string, words: readonly string[]): string | null {
  const evidence = new Map<string, number>()
  const add = (language: string, amount: number) => evidence.set(language, (evidence.get(language) ?? 0) + amount)
  for (const word of words) {
    const speakers = [...functionWords].flatMap(([language, list]) => (list.has(word) ? [language] : []))
    for (const language of speakers) add(language, 1 / speakers.length)
  }
  // Once a letter: a single word, a name say, may repeat it.
  for (const [language, letter] of Object.entries(tellingLetters)) if (count(text, letter) > 0) add(language, 0.5)
  const [first, second] = [...evidence].sort(([, a], [, b]) => b - a)
  if (first === undefined || first[1] < LEAST_EVIDENCE) return null
  return first[1] >= LEAST_LEAD * (second?.[1] ?? 0) ? first[0] : null
}

function cyrillicLanguage(text: string): string | null {
  if (/[іїєґ]/i.test(text)) return 'uk'
  return /[ыэё]/i.test(text) ? 'ru' : null
}

function arabicLanguage(text: string): string | null {
  if (/[ٹڈڑے]/.test(text)) return null
  return /[پچژگ]/.test(text) ? 'fa' : 'ar'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
