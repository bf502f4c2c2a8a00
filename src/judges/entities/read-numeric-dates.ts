import { isRealDate, type CalendarDate } from './calendar-date.js'
import type { Span } from './span.js'

/** A date in a text, with all that it may mean: `3/4/2019` is a day in March or one in April. None where it cannot be told. */
export interface DateSpan extends Span {
  readings: CalendarDate[]
  /** A length of time by its words (`in 3 days`), the number of which is a number all the same. */
  isLength?: boolean
}

const edge = String.raw`(?<![\p{L}\p{N}]|\d[-./,:])`
const close = String.raw`(?![\p{L}\p{N}]|[-/:]\d|\.\d)`
const yearFirst = new RegExp(
  String.raw`${edge}(?<year>[12]\d{3})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?=T\d\d:|${close})`,
  'gu',
)
const yearLast = new RegExp(
  String.raw`${edge}(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>[12]\d{3}|\d{2})${close}`,
  'gu',
)
const noYear = new RegExp(String.raw`${edge}(?<first>\d{1,2})\/(?<second>\d{1,2})${close}`, 'gu')

/**
 * The dates that a text writes in digits alone: `2019-03-04`, `3/4/2019`, `4.3.2019`, `3/4`. A date with slashes has two readings where
 * both numbers could be the month, a date with dots begins with the day. Linear.
 */
export function readNumericDates(text: string): DateSpan[] {
  const found: DateSpan[] = []
  const add = (match: RegExpMatchArray, readings: CalendarDate[]) => {
    const real = readings.filter(isRealDate)
    const at = match.index ?? 0
    if (real.length > 0) found.push({ at, end: at + match[0].length, readings: real })
  }
  for (const match of text.matchAll(yearFirst)) {
    const { year, month, day } = match.groups ?? {}
    add(match, [{ year: Number(year), month: Number(month), day: Number(day) }])
  }
  for (const match of text.matchAll(yearLast)) {
    const { first, second, mark, year = '' } = match.groups ?? {}
    const full = year.length === 2 ? 2000 + Number(year) : Number(year)
    const dayFirst = { year: full, month: Number(second), day: Number(first) }
    add(match, mark === '.' ? [dayFirst] : [{ year: full, month: Number(first), day: Number(second) }, dayFirst])
  }
  for (const match of text.matchAll(noYear)) {
    // Around the clock.
    if (match[0] === '24/7') continue
    const [first, second] = [Number(match.groups?.first), Number(match.groups?.second)]
    add(match, [
      { month: first, day: second },
      { month: second, day: first },
    ])
  }
  return found
}
