import { detectLanguage } from '../../../text/detect-language.js'
import { functionWords } from '../../../text/function-words.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'
import { proseOf } from './prose-of.js'

const set = (words: string) => new Set(words.split(' '))

const determiners = 'the a an my your our their every'
const finite = 'is are was were am have has had do does did would could should'
const subjects = 'i we they he she'

/**
 * What never comes right after the first words, in English: of pairs that chance would bring together often, those that 30,000 messages,
 * the pages of these docs and some good replies next to never have (credits: bench/README.md), without what might be written all the same.
 */
const impossible: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      [
        determiners,
        `${determiners} ${finite} ${subjects} you me him them it and or but if of to in on at by with from for as be been so than that this there these those which who why what where when how any some each please here yet because`,
      ],
      ['of from with at into for by in on', `${finite} of i be been will can please want need`],
      ['of with at by', 'of by with from at if when where'],
      [
        'to',
        'is are was were am did does had will would can could should must than i he she we they of to if please want which who',
      ],
      ['and or but', 'and or but'],
      ['is are was were', `${finite} is are was were am be will can me want need please of`],
      ['be been being', `${finite} be been will can i me my want need`],
      ['have has had', 'is are was were am can will would should could of i want need please has'],
      ['do does did', 'is are was were been am will would can could should of and from'],
      [
        'will would can could should must',
        'is are was were am been has had does did will would can could should of to me from at and for if',
      ],
      [
        subjects,
        `${subjects} the a an my your our of you me what where how why this and for from with at please or if`,
      ],
      ['i we they you', 'is was has does'],
      ['we they he she you', 'am'],
      ['you', 'you my we they of'],
      ['me him them us', 'are am have has would could been me want need like is was will can of did'],
      ['it', 'my your am it are have want need me'],
      ['what where how why when which who', 'of me at from by for please want'],
      [
        'please',
        'the a an is are was were of am i it you that this there from for with to at by will would can could has my and or want what when where how if',
      ],
      ['want need', 'is are was am of would will do does can i has have like'],
      ['like', 'are am was have will would can has is'],
      ['there', 'of am my your i'],
      ['this', 'of are am been have i you want need'],
      ['any', 'the a an i my your is are was have do can it you this to and please'],
      ['some more', 'the a an i my your can it you please'],
      ['not', 'is are was were am does did would has i'],
      ['if', 'of is are was were be am have has do does did will would can could should me and if from please want'],
      ['about', 'is are do can of have i'],
      ['now still', 'of are was'],
    ] as const
  )
    .flatMap(([first, next]) => first.split(' ').map((word): [string, string] => [word, next]))
    .reduce(
      (table, [word, next]) => table.set(word, new Set([...(table.get(word) ?? []), ...next.split(' ')])),
      new Map<string, Set<string>>(),
    ),
)

/** What follows itself: "that that", "had had", "very very". */
const mayDouble = set('that had very really so no yes bye well now many more far long never again is')

const openEnds = set('the a an my your our their and or but every if than am')

/** After these a full stop ends no sentence. */
const abbreviations =
  /^(?:e\.g|i\.e|etc|vs|ca|approx|no|mr|mrs|ms|dr|st|prof|fig|inc|ltd|co|jr|sr|a\.m|p\.m|am|pm|min|max|dept|est)$/i

/** A title may have these capitals; at others a sentence begins. */
const beginnings = set(
  'what where when which who how would could can do does did is are please sure okay your you we they my it there this that for',
)

/** Signs that a text must show, and the least share of its words. */
const LEAST_SIGNS = 2
const LEAST_SHARE = 0.06

/** Words in a row without one that holds a sentence together, from which there is no sentence. */
const LONGEST_BARE = 9

const piece = /[\p{L}\p{M}\p{N}]+(?:['’.:-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

const asksForWords =
  /\b(?:words?|keywords?|list|lists|tags?|hashtags?|terms?|names?|synonyms?|sort\w*|order|alphabetical\w*|shuffl\w*|scrambl\w*|random\w*|poem|lyrics|song|crossword|grammar\w*|translat\w*|titles?|labels?|sequence|code|nonsense)\b/i

/** English words in no order. Known by words that cannot follow each other, never by whether what is said makes sense. */
export function findWordSalad({ input, reply }: FailureSubject): HardFailure | undefined {
  if (asksForWords.test(input)) return undefined
  const text = proseOf(reply)
  if (detectLanguage(text) !== 'en' && !isBare(text)) return undefined
  const pieces = text.match(piece) ?? []
  const words = pieces.filter((each) => /^[\p{L}\p{N}]/u.test(each)).length
  const signs = signsOf(text)
  return (signs >= LEAST_SIGNS && signs / words >= LEAST_SHARE) || isBare(text)
    ? { kind: 'word-salad', evidence: reply.trim().slice(0, 200) }
    : undefined
}

function signsOf(text: string): number {
  const lines = text.split('\n')
  return lines.reduce((sum, line, at) => sum + signsIn(line.match(piece) ?? [], at === lines.length - 1), 0)
}

function signsIn(pieces: readonly string[], isLast: boolean): number {
  const isCased = pieces.some((each) => /^\p{Lu}/u.test(each))
  let signs = 0
  for (const [at, each] of pieces.entries()) {
    const after = pieces[at + 1] ?? (isLast ? '.' : ',')
    const word = each.toLowerCase()
    if (/^[.!?]$/.test(each)) {
      const before = pieces[at - 1] ?? ''
      if (isCased && /^[a-z]{2,}$/.test(after) && /^\w{2,}$/.test(before) && !abbreviations.test(before)) signs++
    } else if (/^[.!?]$/.test(after)) {
      if (openEnds.has(each) && pieces.length > 3) signs++
    } else if (/^[a-z]+$/.test(after)) {
      const isWord = each !== each.toUpperCase() || word === 'i' || (word === 'a' && at === 0)
      if (isWord && (impossible.get(word)?.has(after) === true || (word === after && !mayDouble.has(word)))) signs++
    } else if (/^[a-z]+$/.test(each) && /^[A-Z][a-z]+$/.test(after)) {
      if (beginnings.has(after.toLowerCase()) && /^[a-z]+$/.test(pieces[at + 2] ?? '')) signs++
    } else if (after === 'I' && impossible.get(word)?.has('i') === true && each !== each.toUpperCase()) signs++
  }
  return signs
}

/** Plain words side by side without marks and capitals, none of which holds a sentence together in any language. */
function isBare(text: string): boolean {
  let run = 0
  for (const each of text.match(piece) ?? []) {
    if (!/^[a-z]{2,}$/.test(each)) run = 0
    else run = allFunctionWords.has(each) ? 0 : run + 1
    if (run >= LONGEST_BARE) return true
  }
  return false
}

const allFunctionWords = new Set([...functionWords.values()].flatMap((words) => [...words]))
