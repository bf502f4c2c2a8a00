import type { Meaning, Meanings } from '../../../encoder/meanings.js'
import { numberWords } from '../../../text/number-words.js'
import { stem } from '../../../text/stem.js'
import { genericWords } from '../generic-words.js'

/** Similarity of two words from which one nearly says the other: of siblings that would pass it leaves half (bench/local-judge.md). */
const NEARLY = 0.5

/** Stems of what a description says of the reply itself: "States when the parcel arrives". */
const ofSpeech = new Set('say state explain describ mention repli user assist'.split(' '))

export interface LabelWord {
  word: string
  /** The word of the text that says it, or nearly. */
  saidBy?: string
}

/** By which word of a text each word of a label or a description is said, to the similarity of the two words. */
export function labelWords(label: Meaning, text: Meaning, { words }: Meanings, nearly = NEARLY): LabelWord[] {
  return label.words.map((word) => {
    const same = text.words.find((other) => stem(other) === stem(word))
    if (same !== undefined) return { word, saidBy: same }
    // "One moment" is not near to say a time.
    const [nearest] = text.words
      .filter((other) => !genericWords.has(stem(other)) && !numberWords.has(other))
      .map((other) => ({ other, similarity: words.similarity(word, other) ?? 0 }))
      .sort((a, b) => b.similarity - a.similarity)
    return nearest !== undefined && nearest.similarity >= nearly ? { word, saidBy: nearest.other } : { word }
  })
}

/** Whether a text says all of a description, but for words that fit every message. */
export function saysDescription(description: Meaning, text: Meaning, meanings: Meanings): boolean {
  const telling = labelWords(description, text, meanings).filter(
    ({ word }) => !genericWords.has(stem(word)) && !ofSpeech.has(stem(word)),
  )
  return telling.length > 0 && telling.every(({ saidBy }) => saidBy !== undefined)
}
