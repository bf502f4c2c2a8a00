const small: Record<string, number> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value]),
)
const tens: Record<string, number> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
)
const scales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 }

/** Whether a word, in lower case, is one that numbers are said with. */
export function isNumberWord(word: string): boolean {
  return [small, tens, scales].some((words) => Object.hasOwn(words, word)) || word === 'hundred' || word === 'dozen'
}

/** What 1.5 is multiplied by in `1.5 million`; `undefined` for a word that is no such factor. */
export function scaleOf(word: string): number | undefined {
  if (word === 'hundred') return 100
  if (word === 'dozen') return 12
  return Object.hasOwn(scales, word) ? scales[word] : undefined
}

/**
 * The number that English words begin with, and how many of them it takes; `undefined` where they begin with none.
 *
 * @param words in lower case
 * @example
 * numberInWords(['one', 'hundred', 'and', 'forty', 'dollars']) // { value: 140, length: 4 }
 * numberInWords(['two', 'three'])                              // { value: 2, length: 1 }
 */
export function numberInWords(words: readonly string[]): { value: number; length: number } | undefined {
  let total = 0
  let group = 0
  let smallest = Infinity
  let length = 0
  let at = 0
  while (at < words.length) {
    const word = words[at] ?? ''
    const scale = Object.hasOwn(scales, word) ? scales[word] : undefined
    if (at === 0 && (word === 'a' || word === 'an') && scaleOf(words[1] ?? '') !== undefined) {
      group = 1
      smallest = 1
    } else if (word === 'and') {
      if (group < 100 && total === 0) break
      if (group === 0 ? total === 0 : group % 100 !== 0) break
      if (!isBelowHundred(words[at + 1] ?? '')) break
    } else if (word === 'hundred' && group > 0 && group < 100 && group % 10 !== 0) {
      group *= 100
      smallest = 100
      length = at + 1
    } else if (word === 'dozen' && group > 0 && total === 0) {
      return { value: group * 12, length: at + 1 }
    } else if (scale !== undefined && group > 0 && (total === 0 || scale < total)) {
      total += group * scale
      group = 0
      smallest = Infinity
      length = at + 1
    } else if (Object.hasOwn(tens, word) && (group === 0 || smallest === 100)) {
      group += tens[word] ?? 0
      smallest = 10
      length = at + 1
    } else if (Object.hasOwn(small, word) && takesSmall(small[word] ?? 0, smallest, group, total)) {
      group += small[word] ?? 0
      smallest = 1
      length = at + 1
    } else break
    at++
  }
  return length === 0 ? undefined : { value: total + group, length }
}

function takesSmall(value: number, smallest: number, group: number, total: number): boolean {
  if (group === 0) return value > 0 || total === 0
  return value > 0 && (smallest === 100 || (smallest === 10 && value < 10))
}

function isBelowHundred(word: string): boolean {
  return Object.hasOwn(tens, word) || (Object.hasOwn(small, word) && word !== 'zero')
}
