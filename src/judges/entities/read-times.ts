import { inOrder, outside, type Span } from './span.js'

/** A time of day. */
export interface ClockTime {
  /** Since midnight, 0..1439. */
  minutes: number
  /** 0..59 where they are said. */
  seconds?: number
  /** Half a day could be added, for it is not said whether it is before or after noon. */
  isEitherHalf?: boolean
}

/** A time in a text, with all that it may mean. */
export interface TimeSpan extends Span {
  readings: ClockTime[]
}

const HALF_DAY = 720
const DAY = 1440

const hours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const minuteWords: Record<string, number> = {
  ...Object.fromEntries(hours.map((word, index) => [word, index + 1])),
  quarter: 15,
  half: 30,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
}

const space = String.raw`[ \t\u00a0\u202f]{0,3}`
const gap = String.raw`[ \t\u00a0\u202f]{1,3}`
/** After a hyphen, the end of a range and no piece of a date. */
const edge = String.raw`(?<![\p{L}\p{N}]|\d[.:,/]|\d{3}-|\d-\d{1,2}-)`
const close = String.raw`(?![\p{L}\p{N}]|[:/]\d)`
const hourWord = hours.join('|')
const tens = 'twenty|thirty|forty|fifty'
const minuteWord = `(?:${tens})(?:[ -](?:${hours.slice(0, 9).join('|')}))?|(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?:oh|o)[ -](?:${hours.slice(0, 9).join('|')})`
const part = '(?:morning|afternoon|evening|night)'
/** Before or after noon, as it follows a time. */
const half = (name: string) =>
  String.raw`(?:${space}(?<${name}>[ap](?:\.${space}m\b\.?|${space}m\b)|(?:in|at|of)${gap}(?:the${gap})?${part}|at night|tonight|${part}))`
const clock = String.raw`o${space}['’"\u2018]?${space}clock`

const patterns = [
  // half past nine, quarter to 5 in the evening, 25 to 7 p.m.
  String.raw`${edge}(?:a${gap})?(?<minute>half|quarter|\d{1,2}|twenty[ -]five|five|ten|twenty)(?:${gap}min(?:ute)?s?)?${gap}(?<side>past|after|to|till|before|of)${gap}(?<hour>\d{1,2}|${hourWord})(?:${space}${clock})?${half('half')}?`,
  // evening 6:15, and morning 10 where nothing follows that it could be the number of
  String.raw`${edge}(?<bare>${part})${gap}(?:at${gap})?(?<hour>[01]?\d|2[0-4])(?:[:.](?<minute>[0-5]\d)|(?=${space}(?:$|[.,;!?)])))`,
  // 5:30, 17:30:00, 5:30 pm, 9.30 am, 8 40 in the morning, 9h30
  String.raw`${edge}(?<hour>[01]?\d|2[0-4])(?<mark>[:.h]|${gap})(?<minute>[0-5]\d)(?:(?<=:\d\d):(?<second>[0-5]\d)(?:\.\d{1,9})?)?(?:${space}${clock})?${half('half')}?`,
  // 5 pm, 5 o'clock, 8 in the evening
  String.raw`${edge}(?<hour>[01]?\d|2[0-4])(?:${space}${clock}${half('half')}?|${half('bare')})`,
  // nine thirty pm, four in the afternoon, five o'clock
  String.raw`${edge}(?<hour>${hourWord})(?:${gap}(?<minute>${minuteWord}))?(?:${space}${clock}${half('half')}?|${half('bare')})`,
  String.raw`${edge}(?:12${gap})?(?<named>noon|midday|midnight)`,
].map((source) => new RegExp(source + close, 'giu'))

/** The T of an ISO time stands before it like a letter. */
const isoTime =
  /(?<=\d{4}-\d{2}-\d{2}[T ])(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/g

/** Says that what follows is a stretch of time: `from 5 to 7 pm`. */
const rangeAhead = /(?:from|between)\s{1,3}$/i

/** `5-7 pm` and `5-7 pm`: what is said of the end holds for the beginning. */
const rangeBefore =
  /(?<![\p{L}\p{N}]|\d[-.:,/])(?<hour>\d{1,2})(?::(?<minute>[0-5]\d))?\s{0,2}(?:-|–|—|to|and|or|until|till)\s{0,2}$/u

/**
 * The times of day in a text, in order: `17:30`, `5.30 p.m.`, `half past five in the afternoon`, `25 to 7`, `noon`. Linear.
 *
 * @example
 * readTimes('at half past nine')[0]?.readings // [{ minutes: 570, isEitherHalf: true }]
 */
export function readTimes(text: string): TimeSpan[] {
  const iso = [...text.matchAll(isoTime)].flatMap((match) => readTime(match))
  let found: TimeSpan[] = inOrder(iso)
  for (const pattern of patterns) {
    const more = [...text.matchAll(pattern)].flatMap((match) => readTime(match))
    found = inOrder([...found, ...outside(inOrder(more), found)])
  }
  return inOrder([...found, ...outside(inOrder(beginnings(text, found)), found)])
}

/** Whether two times may be the same; without seconds where one of them has none. */
export function sameTime(a: ClockTime, b: ClockTime): boolean {
  if (a.seconds !== undefined && b.seconds !== undefined && a.seconds !== b.seconds) return false
  if (a.minutes === b.minutes) return true
  return (a.isEitherHalf === true || b.isEitherHalf === true) && a.minutes % HALF_DAY === b.minutes % HALF_DAY
}

/** Minutes between two times, the shorter way around the clock. */
export function minutesBetween(a: ClockTime, b: ClockTime): number {
  const circle = a.isEitherHalf === true || b.isEitherHalf === true ? HALF_DAY : DAY
  const distance = Math.abs(a.minutes - b.minutes) % circle
  return Math.min(distance, circle - distance)
}

function readTime(match: RegExpMatchArray): TimeSpan[] {
  const { hour = '', minute = '', second, side, mark = '', half, bare, named } = match.groups ?? {}
  const index = match.index ?? 0
  const span = { at: index, end: index + match[0].length }
  if (named !== undefined) return [{ ...span, readings: [{ minutes: /midnight/i.test(named) ? 0 : HALF_DAY }] }]
  const whichHalf = half ?? bare
  const said = toNumber(hour)
  const past = minute === '' ? 0 : toNumber(minute)
  // `8 40` and `8.40` are times only where something else says so.
  if (/^[.\s]/.test(mark) && whichHalf === undefined) return []
  const isWords = /\p{L}/u.test(hour)
  if (side !== undefined && !isSaidSo(match[0], minute, side, isWords, whichHalf)) return []
  const isBefore = side !== undefined && /^(?:to|till|before|of)$/i.test(side)
  const total = said * 60 + (isBefore ? -past : past)
  const base = { ...(second !== undefined && { seconds: Number(second) }) }
  const isRange = side !== undefined && isPossibleHour(minute) && /^to$/i.test(side) && whichHalf !== undefined
  if (isRange && rangeAhead.test((match.input ?? '').slice(Math.max(0, index - 12), index))) return []
  if (whichHalf === undefined) {
    // 05:30 and 17:30 are said on a clock of 24 hours.
    const isWhole = said > 12 || said === 0 || (hour.startsWith('0') && side === undefined)
    const minutes = modulo(total, DAY)
    return [{ ...span, readings: [isWhole ? { ...base, minutes } : { ...base, minutes, isEitherHalf: true }] }]
  }
  if (said > 12) return [{ ...span, readings: [{ ...base, minutes: modulo(total, DAY) }] }]
  const readings = halves(said, total, whichHalf).map((minutes) => ({ ...base, minutes }))
  if (!isRange) return [{ ...span, readings }]
  // `5 to 7 pm` may be a quarter of an hour before seven as well as two hours.
  const end = halves(said, said * 60, whichHalf)
  const range = [...end, ...end.map((minutes) => beginningOf(past * 60, minutes))]
  return [{ ...span, readings: [...readings, ...range.map((minutes) => ({ minutes }))] }]
}

function isPossibleHour(digits: string): boolean {
  return /^(?:[1-9]|1[0-2])$/.test(digits)
}

/** The time before `end` that is said without its half of the day: `11 to 1 pm` begins before noon. */
function beginningOf(minutes: number, end: number): number {
  const early = minutes % HALF_DAY
  return end >= HALF_DAY && early + HALF_DAY <= end ? early + HALF_DAY : early
}

/** `2 of 5`, `10 before 12` and `5 to 7` are said of other things than times. */
function isSaidSo(words: string, minute: string, side: string, isWords: boolean, half: string | undefined): boolean {
  if (/^half$/i.test(minute)) return /^(?:past|after)$/i.test(side)
  if (/^quarter$/i.test(minute)) return true
  if (!/^(?:past|to)$/i.test(side)) return false
  const count = toNumber(minute)
  // `11 to 1 pm`
  if (count % 5 !== 0 && !/min/i.test(words)) return false
  if (half === undefined) return /^(?:five|ten|twenty)/i.test(minute) ? isWords : side === 'past' && count < 60
  return count > 0 && count < 60
}

function halves(hour: number, total: number, half: string): number[] {
  const minutes = modulo(total, HALF_DAY)
  if (/^a/i.test(half) && !/^(?:at|afternoon)/i.test(half)) return [minutes]
  if (/morning/i.test(half)) return hour === 12 && total >= HALF_DAY ? [minutes, minutes + HALF_DAY] : [minutes]
  // Both `2 at night` and `10 at night` are said, and `quarter to 1 in the afternoon` is after noon all the same.
  if (/night/i.test(half)) return hour === 12 || hour < 5 ? [minutes, minutes + HALF_DAY] : [minutes + HALF_DAY]
  return [minutes + HALF_DAY]
}

function beginnings(text: string, found: readonly TimeSpan[]): TimeSpan[] {
  return found.flatMap(({ at, readings }) => {
    const [end] = readings
    if (end === undefined || end.isEitherHalf === true) return []
    const before = rangeBefore.exec(text.slice(Math.max(0, at - 16), at))
    if (before === null) return []
    const { hour, minute = '0' } = before.groups ?? {}
    if (Number(hour) > 12) return []
    const start = Math.max(0, at - 16) + before.index
    const digits = /^[\d:]+/.exec(before[0])?.[0].length ?? 0
    const minutes = beginningOf(Number(hour) * 60 + Number(minute), end.minutes)
    return [{ at: start, end: start + digits, readings: [{ minutes }] }]
  })
}

function toNumber(text: string): number {
  const word = text.toLowerCase()
  if (/^\d/.test(word)) return Number(word)
  return word.split(/[ -]/).reduce((sum, piece) => sum + (minuteWords[piece] ?? 0), 0)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
