export interface FindRootInput {
  /** Continuous and rising; −∞ and ∞ are allowed, NaN is not. */
  f: (x: number) => number
  /** Where to begin. The interval widens from there until `f` changes its sign within it. */
  near: number
  /** First width of the interval, above 0. */
  step: number
}

/**
 * Where a rising function is 0, to the last digits of x (absolutely 1e-15 within ±1).
 *
 * Source: T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without using
 * derivatives", Advances in Engineering Software 28 (1997).
 *
 * @throws {RangeError} where `f` does not change its sign within 2⁶⁴ steps
 * @example
 * findRoot({ f: (x) => x ** 3 - 2, near: 1, step: 1 }) // { value: 1.259921049894873… }
 */
export function findRoot({ f, near, step }: FindRootInput): { value: number } {
  let [newest, opposite] = bracket(f, near, step)
  let share = 0.5
  for (;;) {
    const x = newest.x + share * (opposite.x - newest.x)
    const point = { x, y: f(x) }
    const isOnOneSide = Math.sign(point.y) === Math.sign(newest.y)
    const previous = isOnOneSide ? newest : opposite
    if (!isOnOneSide) opposite = newest
    newest = point
    const best = Math.abs(newest.y) < Math.abs(opposite.y) ? newest : opposite
    const least = (1e-15 * Math.max(1, Math.abs(best.x))) / Math.abs(opposite.x - newest.x)
    if (best.y === 0 || !(least < 0.5)) return { value: best.x }
    share = Math.max(least, Math.min(1 - least, nextShare(newest, opposite, previous)))
  }
}

interface Point {
  x: number
  y: number
}

function bracket(f: FindRootInput['f'], near: number, step: number): [Point, Point] {
  let from = { x: near, y: f(near) }
  const direction = from.y > 0 ? -1 : 1
  for (let width = step, doublings = 0; doublings < 64; width *= 2, doublings++) {
    const x = from.x + direction * width
    const to = { x, y: f(x) }
    if (direction * to.y >= 0) return [to, from]
    from = to
  }
  throw new RangeError(`findRoot() expects a function that is 0 somewhere, and got ${from.y} as far as at ${from.x}.`)
}

/** How far from the newest point to its opposite the next one lies: by an inverse parabola where that is safe, else in the middle. */
function nextShare(a: Point, b: Point, c: Point): number {
  const xi = (a.x - b.x) / (c.x - b.x)
  const phi = (a.y - b.y) / (c.y - b.y)
  // Of infinities this is NaN, and false.
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5
  const first = (a.y / (b.y - a.y)) * (c.y / (b.y - c.y))
  const second = ((c.x - a.x) / (b.x - a.x)) * (a.y / (c.y - a.y)) * (b.y / (c.y - b.y))
  return first + second
}
