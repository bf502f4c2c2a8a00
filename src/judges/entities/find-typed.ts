import { normalizeText } from '../../text/normalize-text.js'
import { sameDate } from './calendar-date.js'
import type { EntityScan } from './entity-scan.js'
import type { EntityType } from './entity-type.js'
import { findId } from './find-id.js'
import { findWords } from './find-words.js'
import { samePhone } from './read-contacts.js'
import { sameTime } from './read-times.js'
import type { Span } from './span.js'
import type { TypedValue } from './typed-value.js'

/** So many digits are no count, but an id, which may stand in an address, or a telephone number. */
const LEAST_DIGITS = 5

/**
 * Where a text says a value, or `undefined`: a date as the same day, money in the same currency, an id as a whole, a text with few slips.
 *
 * @example
 * findTyped(scanEntities('It costs five dollars.', options), typedValue('$5', options)) // { at: 9, end: 21 }
 */
export function findTyped(scan: EntityScan, wanted: TypedValue): Span | undefined {
  switch (wanted.type) {
    case 'date':
      return scan.dates.find(({ readings }) => isShared(readings, wanted.dates, sameDate))
    case 'time':
      return scan.times.find(({ readings }) => isShared(readings, wanted.times, sameTime))
    case 'datetime':
      return scan.dateTimes.find(
        ({ date, time }) =>
          isShared(date.readings, wanted.dates, sameDate) && isShared(time.readings, wanted.times, sameTime),
      )
    case 'money':
      return scan.numbers.find(
        ({ numbers, currency }) => currency === wanted.currency && isShared(numbers, wanted.numbers),
      )
    case 'percent':
      return scan.numbers.find(({ numbers, isPercent }) => isPercent === true && isShared(numbers, wanted.numbers))
    case 'number':
      return scan.numbers.find(({ numbers }) => isShared(numbers, wanted.numbers)) ?? findDigits(scan, wanted.numbers)
    case 'phone':
      return (
        scan.contacts.phones.find(({ digits }) => samePhone(digits, wanted.digits)) ??
        scan.chunks.find(({ text }) => text === wanted.digits)
      )
    case 'email':
      return scan.contacts.emails.find(({ address }) => address === wanted.address)
    case 'id':
      return findId(scan.text, scan.words, wanted.key)
    case 'text': {
      if (wanted.words.length === 0) return undefined
      const stretch = findWords(scan.words, wanted.words)
      const [first, last] = [scan.words[stretch?.from ?? -1], scan.words[(stretch?.to ?? 0) - 1]]
      return first && last && { at: first.at, end: last.end }
    }
  }
}

/** Where a long number stands in what is no number: `https://shop.example/orders/12345`. */
function findDigits(scan: EntityScan, numbers: readonly string[]): Span | undefined {
  for (const digits of numbers) {
    if (digits.length < LEAST_DIGITS || !/^\d+$/.test(digits)) continue
    const found =
      findId(scan.text, scan.words, digits) ?? scan.contacts.phones.find((phone) => samePhone(phone.digits, digits))
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Everything in a text that is of a type, in order. A relative date counts as one, whether or not there is a day to count from.
 */
export function spansOfType(scan: EntityScan, type: EntityType): readonly Span[] {
  switch (type) {
    case 'date':
      return scan.dates
    case 'time':
      return scan.times
    case 'datetime':
      return scan.dateTimes
    case 'money':
      return scan.numbers.filter(({ currency }) => currency !== undefined)
    case 'percent':
      return scan.numbers.filter(({ isPercent }) => isPercent)
    case 'number':
      return scan.numbers
    case 'phone':
      return scan.contacts.phones
    case 'email':
      return scan.contacts.emails
    case 'id':
      return scan.chunks.filter(({ text }) => isIdLike(text))
    case 'text':
      return scan.words
  }
}

/** Letters and digits together, or digits enough to be no count: `A-1`, `12345`. */
function isIdLike(text: string): boolean {
  const plain = normalizeText(text)
  if (/^[\p{L}\p{N}_-]+$/u.test(plain) && /\d/.test(plain) && /\p{L}/u.test(plain))
    return !/^\d+(?:st|nd|rd|th)$/.test(plain)
  return /^\d{4,}$/.test(plain)
}

/** Whether two lists of readings have one in common. */
export function isShared<Value>(
  found: readonly Value[],
  wanted: readonly Value[],
  same: (a: Value, b: Value) => boolean = Object.is,
): boolean {
  return found.some((one) => wanted.some((other) => same(one, other)))
}
