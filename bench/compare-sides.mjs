/**
 * Sets two sides side by side, for wall time and CPU.
 *
 * The minimum is what the work costs when nothing else gets in its way; other work on the machine only ever adds. The median shows how
 * much it did.
 *
 * @param bars highest ratio of the minima, by quantity; `added`: seconds of wall time that ours may take longer
 * @returns a row a quantity; `passed` is null where nothing is demanded, or nothing could be measured
 */
export function compareSides({ plain, judge }, bars) {
  const rows = ['wall', 'cpu'].map((quantity) => {
    const of = (runs) => runs.map((run) => run[quantity]).sort((a, b) => a - b)
    const sides = { plain: of(plain), judge: of(judge) }
    if (sides.plain.includes(null))
      return { quantity, bar: bars[quantity] ?? null, passed: null, minimum: null, median: null }
    const minimum = ratio(sides, ([least]) => least)
    const bar = bars[quantity] ?? null
    return {
      quantity,
      bar,
      passed: bar === null ? null : minimum.ratio <= bar,
      minimum,
      median: ratio(sides, medianOf),
    }
  })
  return bars.added === undefined ? rows : [...rows, added(rows[0], bars.added)]
}

/** Seconds of wall time that ours takes longer, where that is what is demanded: at most `bar`. */
function added({ minimum, median }, bar) {
  const seconds = ({ plain, judge }) => ({ seconds: judge - plain })
  const row = { quantity: 'added', bar, minimum: seconds(minimum), median: seconds(median) }
  return { ...row, passed: row.minimum.seconds <= bar }
}

function ratio({ plain, judge }, summary) {
  const [ofPlain, ofJudge] = [summary(plain), summary(judge)]
  return { plain: ofPlain, judge: ofJudge, ratio: ofJudge / ofPlain }
}

function medianOf(sorted) {
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
