import { readContacts, type Contacts } from './read-contacts.js'
import type { DateSpan } from './read-numeric-dates.js'
import type { DateReader } from './read-dates.js'
import { readChunks, readNumbers, type ChunkSpan, type NumberSpan } from './read-numbers.js'
import { readTimes, type TimeSpan } from './read-times.js'
import { readWords, type Word } from './read-words.js'
import { inOrder, outside, type Span } from './span.js'

/** How a text is read. */
export interface ReadingOptions {
  /** Reading dates takes a library that not everybody who compares values should have to load. */
  readDates: DateReader
  /** ISO date that relative dates count from. */
  referenceDate: string | undefined
}

/** A date and the time that stands beside it. */
export interface DateTimeSpan extends Span {
  date: DateSpan
  time: TimeSpan
}

/** What of each type a text names. Each is read when it is first asked for. */
export interface EntityScan {
  readonly original: string
  /** With one kind of hyphen and minus, as long as the original. */
  readonly text: string
  readonly words: Word[]
  readonly chunks: ChunkSpan[]
  readonly contacts: Contacts
  readonly dates: DateSpan[]
  readonly times: TimeSpan[]
  readonly dateTimes: DateTimeSpan[]
  /** None that is a piece of anything above. */
  readonly numbers: NumberSpan[]
}

/** Reads a text as it is asked about. Near-linear in its length, at most once for each type. */
export function scanEntities(original: string, { readDates, referenceDate }: ReadingOptions): EntityScan {
  const text = original.replace(/[\u2212\u2010\u2011](?=\d)/g, '-')
  const words = once(() => readWords(text))
  const chunks = once(() => readChunks(text))
  const contacts = once(() => readContacts(text))
  const addresses = once(() => inOrder<Span>([...contacts().emails, ...contacts().webAddresses]))
  const dates = once(() => outside(readDates(text, referenceDate), addresses()))
  const times = once(() => outside(readTimes(text), addresses()))
  const dateTimes = once(() => pairs(dates(), times()))
  const numbers = once(() => {
    const masks = inOrder<Span>([
      ...addresses(),
      ...contacts().phones,
      ...times(),
      ...dates().filter(({ isLength }) => isLength !== true),
    ])
    return readNumbers(text, masks, chunks())
  })
  return {
    original,
    text,
    get words() {
      return words()
    },
    get chunks() {
      return chunks()
    },
    get contacts() {
      return contacts()
    },
    get dates() {
      return dates()
    },
    get times() {
      return times()
    },
    get dateTimes() {
      return dateTimes()
    },
    get numbers() {
      return numbers()
    },
  }
}

/** Each time with the dates that no other date or time stands between. */
function pairs(dates: readonly DateSpan[], times: readonly TimeSpan[]): DateTimeSpan[] {
  const all = inOrder<{ at: number; end: number; date?: DateSpan; time?: TimeSpan }>([
    ...dates.map((date) => ({ at: date.at, end: date.end, date })),
    ...times.map((time) => ({ at: time.at, end: time.end, time })),
  ])
  return all.flatMap(({ time, at, end }, index) => {
    if (time === undefined) return []
    return [all[index - 1], all[index + 1]].flatMap((beside) =>
      beside?.date === undefined
        ? []
        : [{ at: Math.min(at, beside.at), end: Math.max(end, beside.end), date: beside.date, time }],
    )
  })
}

function once<Value>(read: () => Value): () => Value {
  let value: { value: Value } | undefined
  return () => (value ??= { value: read() }).value
}
