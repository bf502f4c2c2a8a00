import { compareEntities, type EntitiesComparison } from './compare-entities.js'
import { entityValues } from './entity-values.js'
import { readNumericDates } from './entities/read-numeric-dates.js'

/** Whatever could make a text a date: a name of a month or day, a relative day, the number of a day. */
const wordOfDate =
  /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|sun|mon|tue|wed|thu|fri|sat|tomorrow|tonight|ago|later|week|year|now|this|\d(?:st|nd|rd|th)/i

/**
 * As `compareEntities`, for whoever cannot afford to load the library that reads dates in words before there are any, as a test's worker:
 * it is loaded where a value could be one.
 */
export async function compareExtracted(
  comparison: Omit<EntitiesComparison, 'readDates'>,
): Promise<{ value: number; rationale: string }> {
  const readDates = needsWords(comparison) ? (await import('./entities/read-dates.js')).readDates : readNumericDates
  return compareEntities({ ...comparison, readDates })
}

function needsWords({ expected, extracted, aliases = {} }: Omit<EntitiesComparison, 'readDates'>): boolean {
  const texts = [...entityValues(expected), ...entityValues(extracted)].map(({ value }) => value)
  return [...texts, ...Object.entries(aliases).flat(2)].some(
    (text) => typeof text === 'string' && wordOfDate.test(text),
  )
}
