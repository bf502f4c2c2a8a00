import { sameDate } from './calendar-date.js'
import { isShared } from './find-typed.js'
import { sameWords } from './find-words.js'
import { samePhone } from './read-contacts.js'
import { sameTime } from './read-times.js'
import type { TypedValue } from './typed-value.js'

/**
 * Whether a value that was found is the one that is wanted, both by their types: a number without a currency is wanted in any, a date
 * at any time of its day, and nothing the other way round.
 *
 * @example
 * sameTyped(typedValue('$5', options), typedValue(5, options)) // true
 * sameTyped(typedValue(5, options), typedValue('$5', options)) // false
 */
export function sameTyped(found: TypedValue, wanted: TypedValue): boolean {
  switch (wanted.type) {
    case 'date':
      return (found.type === 'date' || found.type === 'datetime') && isShared(found.dates, wanted.dates, sameDate)
    case 'time':
      return found.type === 'time' && isShared(found.times, wanted.times, sameTime)
    case 'datetime':
      return (
        found.type === 'datetime' &&
        isShared(found.dates, wanted.dates, sameDate) &&
        isShared(found.times, wanted.times, sameTime)
      )
    case 'money':
      return found.type === 'money' && found.currency === wanted.currency && isShared(found.numbers, wanted.numbers)
    case 'percent':
      return found.type === 'percent' && isShared(found.numbers, wanted.numbers)
    case 'number':
      if (found.type === 'phone') return wanted.numbers.some((digits) => samePhone(found.digits, digits))
      if (found.type === 'id') return wanted.numbers.includes(found.key)
      return 'numbers' in found && isShared(found.numbers, wanted.numbers)
    case 'phone':
      if (found.type === 'number') return found.numbers.includes(wanted.digits)
      return found.type === 'phone' && samePhone(found.digits, wanted.digits)
    case 'email':
      return found.type === 'email' && found.address === wanted.address
    case 'id':
      if (found.type === 'number') return found.numbers.includes(wanted.key)
      return found.type === 'id' && found.key === wanted.key
    case 'text':
      return found.type === 'text' && sameWords(found.words, wanted.words)
  }
}
