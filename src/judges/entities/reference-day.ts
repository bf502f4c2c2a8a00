import type { CalendarDate } from './calendar-date.js'

/**
 * The day that relative dates count from, as the ISO text writes it: the offset of a time zone changes nothing, so that it is the same
 * day on every machine. `undefined` for what is no ISO date.
 */
export function referenceDay(iso: string | undefined): Required<CalendarDate> | undefined {
  const [, year, month, day] = /^\s*(\d{4})-(\d{2})-(\d{2})(?![\d])/.exec(iso ?? '') ?? []
  if (year === undefined) return undefined
  return { year: Number(year), month: Number(month), day: Number(day) }
}
