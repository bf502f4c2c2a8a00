import { normalizeText } from '../../../text/normalize-text.js'
import { orderTable } from './word-order-table.js'

/** Words that do the same in a sentence, a class a line. */
const classes = `the a an
my your our their his its every
this these those
that
of
to
in on at by
for with from about
into over under near around through between during before after without within until
and or but
i we they he she
you
it
me him us them
is are was were am
have has had
do does did
can could will would should may might must shall
be been being
not no never
what which who whose whom
where when how why
if because than as while though since so
there here
please
also just still already now then even only too very really quite
some any all each both many much more most other another few
i'm i'll i've i'd you're we're we'll we've they're it's that's there's here's he's she's you'll you'd
don't can't won't isn't doesn't didn't cannot aren't wasn't couldn't wouldn't haven't
let get make take find go come book see know tell give help check look want need like think try use show keep call send play leave
one two three four five six seven eight nine ten twelve`.split('\n')

const classOf = new Map(classes.flatMap((line, at) => line.split(' ').map((word) => [word, at] as const)))

/** After those: what is known by its form. */
const NUMBER = classes.length
const endings: [RegExp, number][] = [
  [/..ing$/, NUMBER + 1],
  [/..ed$/, NUMBER + 2],
  [/..ly$/, NUMBER + 3],
  [/..[^s]s$/, NUMBER + 4],
]
const OTHER = NUMBER + 5
const NAME = NUMBER + 6
const PAUSE = NUMBER + 7
const EDGE = NUMBER + 8

/** How many classes there are, for the table of what follows what. */
export const CLASS_COUNT = NUMBER + 9

const piece = /[\p{L}\p{M}\p{N}]+(?:['’.:-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

export interface WordOrder {
  /** How much likelier each word is after the one before it than anywhere, ln, the mean of all: about 0.5 in English, −0.4 in no order. */
  mean: number
  /** How many pairs that is. */
  pairs: number
}

/** Whether the words of an English text follow each other as English words do, by classes and not by what is said. O(length). */
export function wordOrder(text: string): WordOrder {
  const order = orderClasses(text)
  let sum = 0
  for (let at = 1; at < order.length; at++) sum += orderTable[order[at - 1] ?? EDGE]?.[order[at] ?? EDGE] ?? 0
  const pairs = Math.max(1, order.length - 1)
  return { mean: sum / pairs, pairs }
}

/** @internal The classes of a text's words and marks, in order; each line begins and ends a sentence. */
export function orderClasses(text: string): number[] {
  const order = [EDGE]
  const separate = (mark: number) => {
    if (order.at(-1) !== EDGE && order.at(-1) !== mark) order.push(mark)
  }
  for (const line of text.split('\n')) {
    for (const each of line.match(piece) ?? []) {
      if (/^[.!?;:–—]$/.test(each)) separate(EDGE)
      else if (!/[\p{L}\p{N}]/u.test(each)) separate(PAUSE)
      else order.push(classOfWord(each, order.at(-1) === EDGE))
    }
    separate(EDGE)
  }
  return order
}

function classOfWord(word: string, isFirst: boolean): number {
  const plain = normalizeText(word)
  const listed = classOf.get(plain)
  if (listed !== undefined) return listed
  if (/^\d/.test(plain)) return NUMBER
  if (!isFirst && /^\p{Lu}/u.test(word)) return NAME
  return endings.find(([ending]) => ending.test(plain))?.[1] ?? OTHER
}
