/** As much of a UUID version 7 as tells the millisecond. */
const SHORTEST = 13

/** How many characters of every id are enough to tell them apart, and no fewer than are easy to recognize. */
export function shortIdLength(ids: readonly string[]): number {
  const longest = Math.max(SHORTEST, ...ids.map(({ length }) => length))
  for (let length = SHORTEST; length < longest; length++) {
    if (new Set(ids.map((id) => id.slice(0, length))).size === ids.length) return length
  }
  return longest
}
