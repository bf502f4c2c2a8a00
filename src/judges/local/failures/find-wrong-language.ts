import { detectLanguage } from '../../../text/detect-language.js'
import { functionWords } from '../../../text/function-words.js'
import { tokenize } from '../../../text/tokenize.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'
import { withoutCode } from './prose-of.js'

/** Looked at; more would not change the answer. */
const MOST_CHARACTERS = 20_000

/** A name or a title may be in another language; so many words are an answer. */
const SHORTEST = 5

/** Of a reply's words, those that hold a sentence together in its own language, and those of the language that was to be expected. */
const LEAST_OWN = 0.2
const MOST_EXPECTED = 0.5

/** @internal Names of languages and nations in several languages, and what is said where another language is wanted. */
export const namesLanguage =
  /\b(?:language|languages|translat\w*|interpret\w*|multilingual|bilingual|lyrics|anthem|proverb|pronounc\w*|sprache|übersetz\w*|ubersetz\w*|traduc\w*|traduis\w*|traduz\w*|tradurre|traduire|vertaal\w*|översätt\w*|langue|idioma|lingua|taal|języku?|dil(?:inde|i)?|english|german|french|spanish|italian|portuguese|brazilian|mexican|dutch|swedish|danish|norwegian|finnish|polish|turkish|russian|ukrainian|japanese|chinese|mandarin|cantonese|korean|arabic|persian|farsi|hebrew|greek|hindi|bengali|tamil|thai|vietnamese|indonesian|malay|latin|georgian|armenian|czech|slovak|hungarian|romanian|bulgarian|serbian|croatian|catalan|basque|welsh|irish|gaelic|icelandic|estonian|latvian|lithuanian|swahili|urdu|esperanto|englisch\w*|deutsch\w*|französisch\w*|spanisch\w*|italienisch\w*|anglais\w*|allemand\w*|français\w*|espagnol\w*|italien\w*|inglés|ingles|alemán|francés|español\w*|italiano|inglese|tedesco|francese|spagnolo|inglês|alemão|francês|português|engels\w*|duits\w*|frans\w*|spaans\w*|engelska|tyska|franska|spanska)\b|по-\p{L}+ски|английск|немецк|перев[её]д|英語|英语|翻訳|翻译|日本語|中文|영어|번역/iu

/** What few English orders go without, and few other languages have. */
const askedInEnglish = new Set(
  (
    'please want need like find get book show play help look search check make tell give know thanks thank yes okay great good cool sounds reserve ' +
    'schedule buy order cancel change open close call send pay add remove watch listen looking trying'
  ).split(' '),
)

/** A reply in another language than its message, where none was asked for. Declines to find one where either language is in doubt. */
export function findWrongLanguage({ input, reply, reference, context }: FailureSubject): HardFailure | undefined {
  if (namesLanguage.test(input) || (context !== undefined && namesLanguage.test(context))) return undefined
  const text = withoutCode(reply).slice(0, MOST_CHARACTERS)
  const said = detectLanguage(text)
  if (said === null) return undefined
  const expected = languageBeside(said, withoutCode(input).slice(0, MOST_CHARACTERS))
  if (expected === undefined) return undefined
  if (reference !== undefined && detectLanguage(reference) === said) return undefined
  const words = tokenize(text).filter((token) => token.numbers === undefined)
  if (words.length < SHORTEST) return undefined
  const own = functionWords.get(said)
  const foreign = functionWords.get(expected)
  if (own !== undefined) {
    const ownWords = words.filter(({ text }) => own.has(text)).length
    if (ownWords / words.length < LEAST_OWN) return undefined
    // Both have `in` and `die`: what is left after these is the language's own.
    const expectedWords = words.filter(({ text }) => foreign?.has(text) === true && !own.has(text)).length
    if (expectedWords / ownWords > MOST_EXPECTED / 2) return undefined
  }
  return { kind: 'wrong-language', evidence: reply.trim().slice(0, 200) }
}

/** The language of a text that is plainly not in `other`: a short one need not be sure of its own to be none of another. */
function languageBeside(other: string, text: string): string | undefined {
  const detected = detectLanguage(text)
  if (detected === other) return undefined
  if (detected !== null && !functionWords.has(detected)) return detected
  const words = tokenize(text)
  const spoken = (language: string) =>
    words.filter(
      ({ text }) => functionWords.get(language)?.has(text) === true || (language === 'en' && askedInEnglish.has(text)),
    ).length
  const ofOther = spoken(other)
  const [first] = [...functionWords.keys()]
    .map((language) => ({ language, count: spoken(language) }))
    .sort((a, b) => b.count - a.count)
  return first !== undefined && first.count >= ofOther + 2 && first.count >= 2 * ofOther ? first.language : undefined
}
