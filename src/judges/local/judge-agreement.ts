import { contentStems } from '../../text/content-stems.js'
import { detectLanguage } from '../../text/detect-language.js'
import { quoteText } from '../../text/quote-text.js'
import { splitSentences } from '../../text/split-sentences.js'
import { tokenize } from '../../text/tokenize.js'
import type { AgreementRequest, Judgement } from '../judge.js'
import { decline } from './decline.js'
import { figureSupport } from './figure-support.js'
import { figuresOf, indexOfFigure, listFigures, type Figure } from './figures.js'
import { isNegated } from './is-negated.js'
import { isNonAnswer } from './is-non-answer.js'
import { spokenSentences } from './spoken-sentences.js'
import { hasStem } from './word-overlap.js'

/** Share of the reference's words from which a reply speaks of the same. */
const SAME_MATTER = 0.7

const remedy = 'Use an LLM judge.'

/**
 * 1 where a reply has all words and figures of the reference, these in order, no other figures, and a negation where the reference
 * has one. 0 where it speaks of the same with another figure in the place of one, or only says that it cannot answer. Declines in
 * between: other words may say the same.
 */
export function judgeAgreement({ input, reply, reference }: AgreementRequest): Judgement {
  const wanted = tokenize(reference)
  const stems = contentStems(wanted)
  const figures = figuresOf(wanted)
  if (stems.length === 0 && figures.length === 0) {
    return decline('The reference has no words that this judge could look for.', remedy)
  }
  const spoken = spokenSentences(reply, input)
  const answersNothing = spoken.length > 0 && spoken.every(({ nonAnswer }) => nonAnswer)
  if (answersNothing && !splitSentences(reference).every(isNonAnswer)) {
    return { value: 0, rationale: 'The reply says nothing but that it cannot answer.' }
  }
  const language = detectLanguage(reference)
  const replyLanguage = detectLanguage(reply)
  if (language !== null && replyLanguage !== null && language !== replyLanguage) {
    return decline(`The reply is in ${replyLanguage}, the reference in ${language}.`, remedy)
  }

  const said = tokenize(reply)
  const asked = tokenize(input)
  const saidStems = contentStems(said)
  const missing = stems.filter((stem) => !hasStem(saidStems, stem))
  const found = stems.length - missing.length
  const counted = `${found} of ${stems.length} words of the reference`
  const sameMatter = stems.length > 0 && found / stems.length >= SAME_MATTER

  const absent = figures.filter(
    (figure) => figureSupport(figure, said) === 'absent' && figureSupport(figure, asked) === 'absent',
  )
  const added = figuresOf(said).filter(
    (figure) => figureSupport(figure, wanted) !== 'stated' && figureSupport(figure, asked) !== 'stated',
  )
  const other = added.filter((figure) => absent.some((left) => isOfTheSame(figure, left)))
  if (other.length > 0 && sameMatter && isNegated(wanted) === isNegated(said)) {
    return {
      value: 0,
      rationale: `The reply says ${listFigures(other)} where the reference says ${listFigures(absent)}.`,
    }
  }
  if (missing.length > 0) {
    return decline(`The reply has ${counted}, without ${quoteText(missing.join(', '))}.`, remedy)
  }
  if (figures.some((figure) => figureSupport(figure, said) !== 'stated')) {
    return decline('A figure of the reference may be in the reply in another way.', remedy)
  }
  if (added.length > 0) return decline(`The reply also says ${listFigures(added)}.`, remedy)
  if (!inOrder(figures, figuresOf(said))) return decline('The figures of the reference come in another order.', remedy)
  if (isNegated(wanted) !== isNegated(said)) return decline('Only one of reply and reference has a negation.', remedy)
  const all = figures.length > 0 ? `${counted}, and ${listFigures(figures)}` : counted
  return { value: 1, rationale: `The reply has ${all}.` }
}

/** In another order they may belong to other things. */
function inOrder(figures: Figure[], said: Figure[]): boolean {
  const places = figures.map((figure) => indexOfFigure(said, figure))
  return places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0))
}

/** Four weeks may be 28 days, but 14 days are not 30. */
function isOfTheSame(figure: Figure, other: Figure): boolean {
  return figure.of?.kind === other.of?.kind && (figure.of?.kind !== 'unit' || figure.of.name === other.of?.name)
}
