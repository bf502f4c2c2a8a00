import { diffWords } from 'diff'

/** A stretch of words that is in both texts, or in one of them. */
export interface DiffRun {
  kind: 'same' | 'removed' | 'added'
  words: string[]
  /** Whether white space, or a change of sides, parts it from the run before. */
  spaceBefore: boolean
}

// Made when it is needed: loading its data takes 13 ms.
let segmenter: Intl.Segmenter | undefined

/** Diffing costs the square of the number of edits; two texts further apart than this are simply two texts. */
const maxEdits = 400
/** Finding the words of a text costs about 10 ms per 1,000 characters; more than this is never shown. */
const maxCharacters = 4000
/** Of what two texts begin with alike, enough for the words before their first difference. */
const maxSameBeginning = 200
/** Words that stay on each side of a change, and words of one change. */
const context = 5
const maxChangedWords = 40

/**
 * The words that two replies share and those that they do not, with long unchanged stretches, and the tail of long changes,
 * elided by `…`. No run is `removed` or `added` if the texts differ in white space alone.
 */
export function wordDiff(before: string, after: string): DiffRun[] {
  const start = windowStart(before, after)
  const old = before.slice(start, start + maxCharacters)
  const current = after.slice(start, start + maxCharacters)
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  const changes = diffWords(old, current, { intlSegmenter: segmenter, maxEditLength: maxEdits }) ?? [
    { value: old, added: false, removed: true },
    { value: current, added: true, removed: false },
  ]
  const runs: DiffRun[] = []
  let spaceBefore = false
  for (const { value, added, removed } of changes) {
    const words = value.split(/\s+/).filter((word) => word !== '')
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    const otherSide = added && runs.at(-1)?.kind === 'removed'
    if (words.length > 0) runs.push({ kind, words, spaceBefore: spaceBefore || otherSide || /^\s/.test(value) })
    spaceBefore = /\s$/.test(value) || (words.length === 0 && spaceBefore)
  }
  return runs.map((run, index) => ({ ...run, words: elide(run, index === 0, index === runs.length - 1) }))
}

/** After white space, a little before the first difference. */
function windowStart(before: string, after: string): number {
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  return same <= maxSameBeginning ? 0 : before.lastIndexOf(' ', same - maxSameBeginning) + 1
}

function elide({ kind, words }: DiffRun, first: boolean, last: boolean): string[] {
  if (kind !== 'same') return words.length > maxChangedWords ? [...words.slice(0, maxChangedWords), '…'] : words
  const head = first ? [] : words.slice(0, context)
  const tail = last ? [] : words.slice(-context)
  return words.length > head.length + tail.length + 2 ? [...head, '…', ...tail] : words
}
