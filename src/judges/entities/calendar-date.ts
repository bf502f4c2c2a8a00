/** A day as far as a text says it: `March 5th` has no year, `the 5th` no month either. */
export interface CalendarDate {
  year?: number
  /** 1..12 */
  month?: number
  /** 1..31 */
  day?: number
}

/**
 * Whether two dates may be the same day: what both say is equal, and they have the day in common, or the month where one of them
 * names no day.
 *
 * @example
 * sameDate({ year: 2019, month: 3, day: 5 }, { month: 3, day: 5 }) // true
 */
export function sameDate(a: CalendarDate, b: CalendarDate): boolean {
  const agree = (part: keyof CalendarDate) => a[part] === undefined || b[part] === undefined || a[part] === b[part]
  if (!agree('year') || !agree('month') || !agree('day')) return false
  if (a.day !== undefined && b.day !== undefined) return true
  return a.month !== undefined && b.month !== undefined
}

/** Whether there is such a day; the 29th of February where no year is said. */
export function isRealDate({ year = 2000, month = 1, day = 1 }: CalendarDate): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Days between two dates, for saying which is nearest. What only one of them says counts as equal. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  const [year, month, day] = [a.year ?? b.year ?? 2000, a.month ?? b.month ?? 1, a.day ?? b.day ?? 1]
  const other = Date.UTC(b.year ?? year, (b.month ?? month) - 1, b.day ?? day)
  return Math.abs(Date.UTC(year, month - 1, day) - other) / 86_400_000
}
