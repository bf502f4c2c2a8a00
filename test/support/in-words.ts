const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A whole number below a thousand million as English says it: `one hundred and forty-two`. */
export function inWords(value: number): string {
  for (const [word, size] of [
    ['million', 1_000_000],
    ['thousand', 1000],
    ['hundred', 100],
  ] as const) {
    if (value < size) continue
    const rest = value % size
    const joint = rest === 0 ? '' : rest < 100 ? ' and ' : ' '
    return `${inWords(Math.floor(value / size))} ${word}${joint}${rest === 0 ? '' : inWords(rest)}`
  }
  if (value < 20) return small[value]!
  const unit = value % 10
  return tens[Math.floor(value / 10) - 2]! + (unit === 0 ? '' : `-${small[unit]!}`)
}
