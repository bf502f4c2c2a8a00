import { likeness } from '../../../encoder/likeness.js'
import type { Meaning, Meanings } from '../../../encoder/meanings.js'
import { quoteText } from '../../../text/quote-text.js'
import { stem } from '../../../text/stem.js'
import { genericWords } from '../generic-words.js'
import type { IntentInQuestion } from './intent-in-question.js'
import type { IntentLikelihood } from './intent-likelihood.js'
import { labelWords } from './label-words.js'

/** Of a word that is less alike a reader would not see that it says the same. */
const PLAINLY = 0.6

/** More would not be read. */
const MOST_WORDS = 6

/** Which words, or which example, made a text as likely to have an intent as it is: clauses of a sentence that is about the reply. */
export function explainIntent(
  text: Meaning,
  intent: IntentInQuestion,
  likelihood: IntentLikelihood,
  meanings: Meanings,
): string {
  const clauses = [
    intent.examples.length === 0 ? ofLabel(text, intent, meanings) : ofExamples(text, intent),
    ofRival(likelihood),
  ]
  return clauses.filter((clause) => clause !== '').join('; ')
}

function ofLabel(text: Meaning, { label, description }: IntentInQuestion, meanings: Meanings): string {
  const words = labelWords(label, text, meanings, PLAINLY)
  const said = words.flatMap(({ word, saidBy }) =>
    saidBy === undefined ? [] : [stem(saidBy) === stem(word) ? word : `${word} (${quoteText(saidBy)})`],
  )
  const wanted = words.map(({ word }) => word).join(', ')
  const clause =
    words.length === 0
      ? 'the label has no words'
      : said.length === words.length
        ? `it says ${said.join(', ')}`
        : said.length === 0
          ? `of the label's words (${wanted}) it says none, nor one that is near`
          : `of the label's words (${wanted}) it says only ${said.join(', ')}`
  const described = description === undefined ? [] : sharedWords(text, description.alone)
  return described.length === 0 ? clause : `${clause}, and of the description ${described.join(', ')}`
}

function ofExamples(text: Meaning, { examples }: IntentInQuestion): string {
  const [nearest] = examples
    .map((example) => ({ example, likeness: likeness(text, example) }))
    .sort((a, b) => b.likeness - a.likeness)
  if (nearest === undefined) return ''
  const shared = sharedWords(text, nearest.example)
  const clause = `of the examples it is nearest to ${quoteText(nearest.example.text)}`
  return shared.length === 0
    ? `${clause}, and shares no telling word with it`
    : `${clause}, and shares ${shared.join(', ')} with it`
}

function ofRival({ byLabel, rival }: IntentLikelihood): string {
  if (rival === undefined) return ''
  const [own, other] = [byLabel, rival.byLabel].map((value) => value.toFixed(2))
  return `by the labels alone it is ${own}, and ${quoteText(rival.name)} ${other}`
}

/** In the text's own words, those that fit every message left out. */
function sharedWords(text: Meaning, other: Meaning): string[] {
  return text.words.filter((word) => other.stems.has(stem(word)) && !genericWords.has(stem(word))).slice(0, MOST_WORDS)
}
