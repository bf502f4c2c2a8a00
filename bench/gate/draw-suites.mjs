/** Normal numbers of a seeded stream, by the polar method. */
export function normalStream(random) {
  let spare
  return () => {
    if (spare !== undefined) {
      const value = spare
      spare = undefined
      return value
    }
    for (;;) {
      const [u, v] = [2 * random() - 1, 2 * random() - 1]
      const square = u * u + v * v
      if (square === 0 || square >= 1) continue
      const factor = Math.sqrt((-2 * Math.log(square)) / square)
      spare = v * factor
      return u * factor
    }
  }
}

/**
 * One suite on both sides. Each case has a mean of its own for each metric, which scores lie around; and, where asked for, a probability to pass.
 *
 * @param drop by how much the mean over cases falls; `share` of the cases take it all. `of` says which metrics fall, `pass rate` among them.
 */
export function drawSuite(
  random,
  { cases, trials, metrics = ['quality'], sd = 0.1, passes = false, drop = 0, share = 1, of = metrics },
) {
  const normal = normalStream(random)
  const dropped = Math.round(cases * share)
  const falls = (name, index) => (of.includes(name) && index < dropped ? (drop * cases) / dropped : 0)
  const [before, after] = [[], []]
  for (let index = 0; index < cases; index++) {
    const means = metrics.map(() => 0.55 + 0.15 * random())
    const rate = passes ? 0.7 + 0.25 * random() : 1
    const draw = (hasFallen) =>
      Array.from({ length: trials }, () => ({
        scores: Object.fromEntries(
          metrics.map((name, at) => [name, unit(means[at] - (hasFallen ? falls(name, index) : 0) + sd * normal())]),
        ),
        passed: random() < rate - (hasFallen ? falls('pass rate', index) : 0),
      }))
    before.push(draw(false))
    after.push(draw(true))
  }
  return { before, after }
}

function unit(value) {
  return Math.min(1, Math.max(0, value))
}
