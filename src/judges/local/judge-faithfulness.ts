import { contentStems } from '../../text/content-stems.js'
import { quoteText } from '../../text/quote-text.js'
import { splitSentences } from '../../text/split-sentences.js'
import { tokenize, type Token } from '../../text/tokenize.js'
import type { FaithfulnessRequest, Judgement } from '../judge.js'
import { decline } from './decline.js'
import { figureSupport, type FigureSupport } from './figure-support.js'
import { figuresOf, indexOfFigure, listFigures, type Figure } from './figures.js'
import { genericWords } from './generic-words.js'
import { isNegated } from './is-negated.js'
import { spokenSentences } from './spoken-sentences.js'
import { hasStem } from './word-overlap.js'

const remedy = 'Use an LLM judge.'

/**
 * Goes by the figures of a reply: one that neither the context states nor the message is made up. 0 where the context states none of
 * them, 0.5 where it states some. 1 takes more: for every sentence of the reply one of the context that states all its figures, side
 * by side, and, with the message, all its words. Declines otherwise, and where the reply has no figure at all.
 */
export function judgeFaithfulness({ input, reply, context }: FaithfulnessRequest): Judgement {
  const known = context.map(withoutNumbering).flatMap(splitSentences).map(knownSentence)
  const asked = knownSentence(input)
  const supportOf = supportIn(known, asked)
  const sentences = spokenSentences(withoutNumbering(reply), input)
    .filter(({ nonAnswer }) => !nonAnswer)
    .map(({ tokens }) => ({ tokens, figures: figuresOf(tokens).filter((figure) => supportOf(figure) !== 'asked') }))
  const figures = sentences.flatMap((sentence) => sentence.figures)
  const which = (support: FigureSupport) => figures.filter((figure) => supportOf(figure) === support)

  if (figures.length === 0) {
    return decline('The reply claims no number, amount, date or id that could be looked for in the context.', remedy)
  }
  const [absent, stated, unclear] = [which('absent'), which('stated'), which('unclear')]
  if (absent.length > 0) {
    const found = stated.length === 0 ? '' : `; in it: ${listFigures(stated)}`
    return { value: stated.length === 0 ? 0 : 0.5, rationale: `Not in the context: ${listFigures(absent)}${found}.` }
  }
  if (unclear.length > 0) return decline(`The context may say ${listFigures(unclear)} in another way.`, remedy)
  const unproven = sentences.find((sentence) => !bearsOut(known, asked, sentence))
  if (unproven !== undefined) {
    const words = quoteText(unproven.tokens.map(({ text }) => text).join(' '))
    return decline(
      `All figures are in the context (${listFigures(stated)}), but no sentence of it says all of ${words}.`,
      remedy,
    )
  }
  return { value: 1, rationale: `In the context, with the words around them: ${listFigures(stated)}.` }
}

interface KnownSentence {
  tokens: Token[]
  words: ReadonlySet<string>
  stems: string[]
  figures: Figure[]
  negated: boolean
}

function knownSentence(text: string): KnownSentence {
  const tokens = tokenize(text)
  return {
    tokens,
    words: new Set(tokens.flatMap(keysOf)),
    stems: contentStems(tokens),
    figures: figuresOf(tokens),
    negated: isNegated(tokens),
  }
}

/** What the message alone states (`asked`) is no claim of the reply. The same figure is looked for once. */
function supportIn(known: KnownSentence[], asked: KnownSentence): (figure: Figure) => FigureSupport | 'asked' {
  const found = new Map<string, FigureSupport | 'asked'>()
  return (figure) => {
    const seen = found.get(figure.text)
    if (seen !== undefined) return seen
    const inContext = bestSupport(figure, known)
    const support = inContext !== 'stated' && figureSupport(figure, asked.tokens) === 'stated' ? 'asked' : inContext
    found.set(figure.text, support)
    return support
  }
}

function bestSupport(figure: Figure, known: KnownSentence[]): FigureSupport {
  if (known.some((source) => states(source, figure))) return 'stated'
  return known.some(({ tokens }) => figureSupport(figure, tokens) === 'unclear') ? 'unclear' : 'absent'
}

/** Most sentences do not even have the number, and a long context has many of them. */
function states({ tokens, words }: KnownSentence, figure: Figure): boolean {
  return (
    figure.tokens.every((token) => keysOf(token).some((key) => words.has(key))) &&
    figureSupport(figure, tokens) === 'stated'
  )
}

function keysOf({ numbers, text }: Token): string[] {
  return numbers ?? [text]
}

function bearsOut(
  known: KnownSentence[],
  asked: KnownSentence,
  { tokens, figures }: { tokens: Token[]; figures: Figure[] },
): boolean {
  const words = contentStems(tokens).filter((word) => !genericWords.has(word))
  if (words.length === 0 && figures.length === 0) return true
  const negated = isNegated(tokens)
  return known.some(
    (source) =>
      source.negated === negated &&
      figures.every((figure) => states(source, figure)) &&
      words.every((word) => hasStem(source.stems, word) || hasStem(asked.stems, word)) &&
      standTogether(source.figures, figures),
  )
}

/** With another figure between them they may belong to different things: `order 1 on 5 May, order 2 on 7 May`. */
function standTogether(all: Figure[], figures: Figure[]): boolean {
  const places = [...new Set(figures.map((figure) => indexOfFigure(all, figure)))]
  if (places.includes(-1)) return false
  return places.length === 0 || Math.max(...places) - Math.min(...places) === places.length - 1
}

/** The numbers of a list's items are no claims, and would be sentences of their own. */
function withoutNumbering(text: string): string {
  return text.replace(/^\s*\d{1,3}[.)]\s+/gm, '')
}
