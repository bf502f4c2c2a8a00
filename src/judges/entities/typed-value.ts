import { normalizeText } from '../../text/normalize-text.js'
import type { CalendarDate } from './calendar-date.js'
import { scanEntities, type EntityScan, type ReadingOptions } from './entity-scan.js'
import type { ClockTime } from './read-times.js'
import { readWords, type Word } from './read-words.js'
import type { Span } from './span.js'

/** A value by its shape. */
export type TypedValue =
  | { type: 'date'; dates: CalendarDate[] }
  | { type: 'time'; times: ClockTime[] }
  | { type: 'datetime'; dates: CalendarDate[]; times: ClockTime[] }
  | { type: 'money'; numbers: string[]; currency: string }
  | { type: 'number' | 'percent'; numbers: string[] }
  | { type: 'phone'; digits: string }
  | { type: 'email'; address: string }
  /** `key` is its letters and digits, normalised, with a hyphen where digits stand apart. */
  | { type: 'id'; key: string }
  | { type: 'text'; words: Word[] }

/** What is no part of a value that it stands around. */
const around = /^[\s"'“”‘’()[\]~≈.,;:!?]*$/

/** A `Date` at midnight UTC, as JSON writes it, is how code writes a day. */
const midnight = /T00:00:00(?:\.0+)?Z$/

/**
 * The type of a value, and what it says: `2019-03-04` is a date, `$5` money, `A-1` an id. A date has a day, or a month with its year; a
 * month alone is a text, and so is a relative date with nothing to count from. Digits with a zero before them are an id. What is
 * nothing else is a text, perhaps of no words.
 *
 * @example
 * typedValue('half past nine', options) // { type: 'time', times: [{ minutes: 570, isEitherHalf: true }] }
 */
export function typedValue(value: string | number | bigint, options: ReadingOptions): TypedValue {
  const text = String(value).replace(midnight, '').trim()
  const scan = scanEntities(text, options)
  return (
    asContact(scan) ?? asNumber(scan) ?? asDateOrTime(scan) ?? asId(scan) ?? { type: 'text', words: readWords(text) }
  )
}

function asContact({ text, contacts }: EntityScan): TypedValue | undefined {
  const email = contacts.emails.find((span) => covers(text, span))
  if (email !== undefined) return { type: 'email', address: email.address }
  const phone = contacts.phones.find((span) => covers(text, span))
  return phone && { type: 'phone', digits: phone.digits }
}

function asNumber({ text, numbers: spans }: EntityScan): TypedValue | undefined {
  // Longer than any number, and not worth reading.
  if (text.length > 100 || /^["'(]*0\d+["')]*$/.test(text)) return undefined
  const sign = /^[-+]\s?/.exec(text)?.[0] ?? ''
  const span = spans.find((one) => covers(text, { ...one, at: one.at <= sign.length ? 0 : one.at }))
  if (span === undefined || /\d(?:st|nd|rd|th)$/i.test(text)) return undefined
  const isSigned = (number: string) => number.startsWith('-') === sign.startsWith('-')
  const numbers = span.numbers.filter(isSigned)
  if (span.currency !== undefined) return { type: 'money', numbers, currency: span.currency }
  return { type: span.isPercent === true ? 'percent' : 'number', numbers }
}

function asId({ text, chunks }: EntityScan): TypedValue | undefined {
  const [chunk] = chunks
  if (chunk === undefined || chunks.length !== 1 || !/\d/.test(chunk.text)) return undefined
  const isWhole = around.test(text.slice(0, chunk.at).replace('#', '')) && around.test(text.slice(chunk.end))
  return isWhole ? { type: 'id', key: idKey(chunk.text) } : undefined
}

/** `3/4` and `5th` are dates in a text, and as values they may be anything. */
const shortDate = /^(?:\d+\/\d+|\d+(?:st|nd|rd|th))$/i

function asDateOrTime(scan: EntityScan): TypedValue | undefined {
  const { text } = scan
  // A sentence that begins with a date is none.
  if (text.length > 100 || shortDate.test(text)) return undefined
  const [pair] = scan.dateTimes
  if (pair !== undefined && pair.date.readings.length > 0 && isAllOf(text, pair.date, pair.time)) {
    return { type: 'datetime', dates: pair.date.readings, times: pair.time.readings }
  }
  const time = scan.times.find((span) => isAllOf(text, span))
  if (time !== undefined) return { type: 'time', times: time.readings.map((reading) => onClock(reading, text)) }
  const date = scan.dates.find((span) => isAllOf(text, span))
  const dates = date?.readings.filter(({ year, day }) => day !== undefined || year !== undefined) ?? []
  return dates.length === 0 ? undefined : { type: 'date', dates }
}

/** A value `10:05` is meant as data writes it, where a sentence may leave out whether it is before noon. */
function onClock(reading: ClockTime, text: string): ClockTime {
  if (!/^\d\d:\d\d(?::\d\d)?$/.test(text)) return reading
  const { isEitherHalf, ...exact } = reading
  return isEitherHalf === true ? { ...exact, minutes: reading.minutes % 720 === 0 ? 720 : reading.minutes } : exact
}

/** Whether spans are all that a text says, but for marks and for words that lead to a date or time. */
export function isAllOf(text: string, ...spans: Span[]): boolean {
  const rest = text
    .split('')
    .map((letter, index) => (spans.some(({ at, end }) => index >= at && index < end) ? ' ' : letter))
    .join('')
  return /^(?:\s|[.,;:T"'()]|\b(?:on|at|the|in|by|from|to)\b)*$/i.test(rest)
}

function covers(text: string, { at, end }: Span): boolean {
  return around.test(text.slice(0, at)) && around.test(text.slice(end))
}

/** Letters and digits alone, normalised, but that what stands apart stays apart where only digits meet: `A-1` is `A1`, and `1-2` not `12`. */
function idKey(text: string): string {
  return normalizeText(text)
    .replace(/(?<=\p{N})[^\p{L}\p{M}\p{N}]+(?=\p{N})/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}-]|(?<!\p{N})-|-(?!\p{N})/gu, '')
}
