import { nearestStretch } from '../../text/nearest-phrase.js'
import { daysBetween } from './calendar-date.js'
import type { EntityScan } from './entity-scan.js'
import { minutesBetween } from './read-times.js'
import { readWords } from './read-words.js'
import type { Span } from './span.js'
import type { TypedValue } from './typed-value.js'

/** A number so many times larger or smaller is no slip of this one: `five` is no hint for `48102`. */
const MOST_TIMES = 10

/** Beyond it a hint is not worth its time. */
const MOST_SPANS = 2_000

/**
 * What of a text comes nearest to a value that it does not say, of the same type where there is any: the number nearest in size, if it is
 * of about the same, the date nearest in days, the words most alike. A hint for people, not a match.
 *
 * @param value as it is written, for what is compared by its letters
 */
export function nearestTyped(scan: EntityScan, wanted: TypedValue, value: string): Span | undefined {
  switch (wanted.type) {
    case 'date':
      return least(scan.dates, ({ readings }) => distance(readings, wanted.dates, daysBetween))
    case 'time':
      return least(scan.times, ({ readings }) => distance(readings, wanted.times, minutesBetween))
    case 'datetime':
      return least(
        scan.dateTimes,
        ({ date, time }) =>
          distance(date.readings, wanted.dates, daysBetween) * 1440 +
          distance(time.readings, wanted.times, minutesBetween),
      )
    case 'money':
    case 'percent':
    case 'number':
      return least(scan.numbers, ({ numbers, currency, isPercent }) => {
        const isSameKind = wanted.type === 'money' ? currency === wanted.currency : isPercent === true
        const apart = distance(numbers, wanted.numbers, (a, b) => apartBy(Number(a), Number(b)))
        // Of two as near, the one of the same kind.
        return isSameKind || wanted.type === 'number' ? apart : apart + 0.001
      })
    case 'phone':
    case 'email':
    case 'id':
    case 'text':
      return mostAlike(scan, value)
  }
}

/** Infinite for numbers of other sizes. Around zero all are alike. */
function apartBy(a: number, b: number): number {
  const [small = 0, large = 0] = [Math.abs(a), Math.abs(b)].sort((one, other) => one - other)
  return large > MOST_TIMES * Math.max(1, small) ? Infinity : Math.abs(a - b)
}

function least<Kind extends Span>(spans: readonly Kind[], measure: (span: Kind) => number): Span | undefined {
  let best: Kind | undefined
  let shortest = Infinity
  for (const span of spans.slice(0, MOST_SPANS)) {
    const length = measure(span)
    if (length < shortest) {
      best = span
      shortest = length
    }
  }
  return best
}

function distance<Value>(a: readonly Value[], b: readonly Value[], measure: (a: Value, b: Value) => number): number {
  return Math.min(...a.flatMap((one) => b.map((other) => measure(one, other))))
}

function mostAlike({ words }: EntityScan, value: string): Span | undefined {
  const sought = readWords(value)
  if (sought.length === 0) return undefined
  const start = nearestStretch(words, sought)
  const [first, last] = [words[start ?? -1], words[(start ?? 0) + sought.length - 1]]
  return start === undefined || first === undefined || last === undefined ? undefined : { at: first.at, end: last.end }
}
