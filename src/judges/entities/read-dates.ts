import { casual } from 'chrono-node/en'
import type { CalendarDate } from './calendar-date.js'
import { readNumericDates, type DateSpan } from './read-numeric-dates.js'
import { referenceDay } from './reference-day.js'
import { inOrder, outside, type Span } from './span.js'

/** Finds the dates of a text, given the ISO date that relative ones count from. */
export type DateReader = (text: string, referenceDate?: string) => DateSpan[]

/** How far a date reaches around the word that gives it away. */
const BEFORE = 24
const AFTER = 32

const LONGEST_WORD = 16

/** chrono's time grows faster than what it reads. */
const LONGEST_READ = 400

const trigger =
  /(?<!\p{L})(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:sun|mon|tues|wednes|thurs|fri|satur)day|sun|mon|tues?|wed|thu(?:rs?)?|fri|sat|today|tomorrow|yesterday|tonight|ago|later|from now|in (?:an? |the next )?(?:\p{L}{3,6} |\d{1,3} )?(?:days?|weeks?|months?|years?))(?!\p{L})/giu

/** chrono reads "day after tomorrow" as tomorrow. */
const aroundToday = /(?<![\p{L}\p{N}])(?:the )?day (?:after tomorrow|before yesterday)(?![\p{L}\p{N}])/giu
const today = /(?<![\p{L}\p{N}])(?:tonight|later today|this (?:morning|afternoon|evening))(?![\p{L}\p{N}])/giu
const dayOfMonth =
  /(?<![\p{L}\p{N}]|\d[-./,:])(?<lead>the |on )?(?<day>[12]?\d|3[01])(?:st|nd|rd|th)(?<of> of (?:this|the|next|last) month)?(?![\p{L}\p{N}])(?<next> \p{L}+)?/giu

/** "the 5th floor" is no date, "the 5th at noon" is. */
const afterDay = /^ (?:at|and|or|to|for|in|from|until|till|is|was|will|would|with|if|of|by|as|through|between|around)$/i

/** Casual words that name a stretch and no day. */
const noDay = /(?:this|next|last|past) (?:week|month|year|quarter|hour|minute)s?$/i
/** Lengths of stays, which chrono takes for dates: `for 3 days`. */
const length =
  /(?<![\p{L}\p{N}])(?:for|within|during)\s+(?:the (?:next|last|past)\s+)?(?:an?\s+|\p{L}{3,6}\s+|\d{1,4}\s+)(?:day|night|week|month|year|hour|minute)s?(?!\p{L})/giu

/** chrono takes the 4 of `today at 4 places` for an hour; times are read elsewhere. */
const timeAtEnd = /(?:,|\s+(?:at|@|from|by|around))?\s+\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?$/i

/** Says which week a weekday is of. */
const turned = /(?<!\p{L})(?:last|past|this|next|previous|coming|week)(?!\p{L})/iu

const counted = /\b(?:days?|weeks?|months?|years?)\s+$|\b(?:days?|weeks?|months?|years?) (?:from|after|before)\s+$/i

/**
 * The dates of a text in English words and in digits, in order. Relative dates (`tomorrow`, `next Friday`) count from `referenceDate`;
 * without one they have no reading, for today's clock would change the outcome from day to day. Near-linear in the length of the text.
 *
 * @param referenceDate ISO, its calendar day as written
 * @example
 * readDates('See you tomorrow', '2019-03-01')[0]?.readings // [{ year: 2019, month: 3, day: 2 }]
 */
export function readDates(text: string, referenceDate?: string): DateSpan[] {
  const reference = referenceDay(referenceDate)
  const numeric = readNumericDates(text)
  const own = [...readAroundToday(text, reference), ...readToday(text, reference)]
  const words = outside(inOrder(readWords(text, reference)), inOrder([...numeric, ...own]))
  const certain = inOrder([...numeric, ...own, ...words])
  return inOrder([...certain, ...outside(readDaysOfMonth(text, reference), certain)])
}

function readWords(text: string, reference: Required<CalendarDate> | undefined): DateSpan[] {
  // Any day will do where there is no reference, since what depends on it is left without a reading.
  const { year, month, day } = reference ?? { year: 2000, month: 1, day: 1 }
  const noon = new Date(year, month - 1, day, 12)
  return windows(text).flatMap(({ at, end }) => {
    const part = text.slice(at, end).replace(length, (words) => '_'.repeat(words.length))
    return casual.parse(part, noon).flatMap((result): DateSpan[] => {
      const before = part.slice(Math.max(0, result.index - 16), result.index)
      const lead = /^(?:(?:on|the|[ap]\.?m\.?),?\s+)+/i.exec(result.text)?.[0].length ?? 0
      const said = result.start.isCertain('hour') ? result.text.replace(timeAtEnd, '') : result.text
      const span = { at: at + result.index + lead, end: at + result.index + said.length }
      const isWeekday = result.start.isCertain('weekday')
      if ((noDay.test(result.text) && !isWeekday) || counted.test(before)) return []
      const isLength = /\d.*\b(?:days?|weeks?|months?|years?)\b/i.test(result.text)
      const ends = [result.start, result.end].filter((point) => point != null)
      const readings = ends.flatMap((point): CalendarDate[] => {
        const parts = {
          ...(point.isCertain('year') && { year: point.get('year') ?? 0 }),
          ...(point.isCertain('month') && { month: point.get('month') ?? 0 }),
          ...(point.isCertain('day') && { day: point.get('day') ?? 0 }),
        }
        const isRelative = [...result.tags()].some((tag) => /^casualReference|relative/.test(tag))
        if (!isRelative && parts.month !== undefined) return [parts]
        if (!isRelative && !point.isCertain('weekday')) return []
        if (reference === undefined) return []
        const day = { year: point.get('year') ?? 0, month: point.get('month') ?? 0, day: point.get('day') ?? 0 }
        // `on Wednesday` may be the last one, which chrono takes if it is nearer, or the next.
        const isPlain = !isRelative && !turned.test(result.text)
        return isPlain && toNumber(day) <= toNumber(reference) ? [day, addDays(day, 7)] : [day]
      })
      const namesDay = readings.length > 0 || ends.some((point) => point.isCertain('weekday') || point.isCertain('day'))
      return namesDay ? [{ ...span, readings, ...(isLength && { isLength }) }] : []
    })
  })
}

/** Where dates may stand: around the words that they have, put together where they overlap, none too long. */
function windows(text: string): Span[] {
  const found: Span[] = []
  for (const { 0: word, index } of text.matchAll(trigger)) {
    const last = found.at(-1)
    const end = Math.min(text.length, index + word.length + AFTER)
    if (last !== undefined && index - BEFORE < last.end && end - last.at <= LONGEST_READ) last.end = end
    else found.push({ at: Math.max(index - BEFORE, last?.end ?? 0, 0), end })
  }
  for (const window of found) {
    // Not through a word, unless it is none that a date could have.
    for (let left = LONGEST_WORD; left > 0 && isWordInside(text, window.at); left--) window.at--
    for (let left = LONGEST_WORD; left > 0 && isWordInside(text, window.end); left--) window.end++
  }
  return found
}

const wordCharacter = /[\p{L}\p{N}]/u

function isWordInside(text: string, at: number): boolean {
  return wordCharacter.test(text[at - 1] ?? '') && wordCharacter.test(text[at] ?? '')
}

function readAroundToday(text: string, reference: Required<CalendarDate> | undefined): DateSpan[] {
  return [...text.matchAll(aroundToday)].map(({ 0: words, index }) => {
    const days = /tomorrow/i.test(words) ? 2 : -2
    return { at: index, end: index + words.length, readings: reference === undefined ? [] : [addDays(reference, days)] }
  })
}

function readToday(text: string, reference: Required<CalendarDate> | undefined): DateSpan[] {
  return [...text.matchAll(today)].map(({ 0: words, index }) => ({
    at: index,
    end: index + words.length,
    readings: reference === undefined ? [] : [reference],
  }))
}

function readDaysOfMonth(text: string, reference: Required<CalendarDate> | undefined): DateSpan[] {
  return [...text.matchAll(dayOfMonth)].flatMap(({ 0: match, index, groups = {} }): DateSpan[] => {
    const { lead = '', day: digits, of, next = '' } = groups
    const day = Number(digits)
    const at = index + lead.length
    const span = { at, end: index + match.length - next.length }
    if (of === undefined) {
      return next === '' || afterDay.test(next) ? [{ ...span, readings: [{ day }] }] : []
    }
    if (reference === undefined) return [{ ...span, readings: [{ day }] }]
    const shift = /next/i.test(of) ? 1 : /last/i.test(of) ? -1 : 0
    const first = new Date(Date.UTC(reference.year, reference.month - 1 + shift, 1))
    return [{ ...span, readings: [{ year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day }] }]
  })
}

/** In the order of the calendar. */
function toNumber({ year, month, day }: Required<CalendarDate>): number {
  return (year * 100 + month) * 100 + day
}

function addDays({ year, month, day }: Required<CalendarDate>, days: number): CalendarDate {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
