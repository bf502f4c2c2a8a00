/** How many letters two words of these lengths may differ in, and still be one word with a slip in it. */
function allowed(length: number): number {
  return length < 4 ? 0 : length < 9 ? 1 : 2
}

/**
 * The letters by which two words, both normalised, differ, where one may be the other with a slip of the keyboard: left out, added,
 * changed, or two of them swapped. `undefined` where they are different words: digits differ, or one is the other with letters before it
 * (`unavailable`). A plural differs in nothing.
 *
 * @example
 * slipsBetween('fransisco', 'francisco') // 1
 * slipsBetween('cat', 'car')             // undefined
 */
export function slipsBetween(a: string, b: string): number | undefined {
  if (a === b) return 0
  const most = allowed(Math.min(a.length, b.length))
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (/\d/.test(a) || /\d/.test(b)) return undefined
  if (short.length >= 3 && (long === `${short}s` || long === `${short}es`)) return 0
  if (long.length - short.length > most || (long.length > short.length && long.endsWith(short))) return undefined
  const slips = distance(short, long, most)
  return slips > most ? undefined : slips
}

/** Optimal string alignment, given up where it must be more than `most`. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let value = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, (before[column - 2] ?? 0) + 1)
      }
      current.push(value)
      least = Math.min(least, value)
    }
    if (least > most) return most + 1
    before = previous
    previous = current
  }
  return previous[b.length] ?? 0
}
