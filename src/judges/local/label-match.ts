import { contentStems } from '../../text/content-stems.js'
import { splitLabel } from '../../text/split-label.js'
import { stem } from '../../text/stem.js'
import { hasStem } from './word-overlap.js'

export interface LabelMatch {
  words: string[]
  /** The words that are in the reply. */
  present: string[]
  /** Every word is, and there is one. */
  full: boolean
}

/** Which words of a label are among a reply's stems. Function words (`where_is_order`) do not count unless there are no others. */
export function labelMatch(label: string, replyStems: readonly string[]): LabelMatch {
  const all = splitLabel(label)
  const ofContent = all.filter((word) => contentStems([{ text: word }]).length > 0)
  const words = ofContent.length > 0 ? ofContent : all
  const present = words.filter((word) => hasStem(replyStems, stem(word)))
  return { words, present, full: words.length > 0 && present.length === words.length }
}

/** Whether another label's words fit a reply better: all of its words are there, and they are more, or not all of the first's are. */
export function fitsBetter(other: LabelMatch, first: LabelMatch): boolean {
  return other.full && (!first.full || other.words.length > first.words.length)
}
