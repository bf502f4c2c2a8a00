/** Names of these functions go into messages, as the functions' callers know them. */

export function expectConfidence(name: string, confidence: number): void {
  if (confidence > 0 && confidence < 1) return
  throw new RangeError(`${name}() expects a confidence above 0 and below 1, and got ${confidence}.`)
}

/** Of `alpha`, `power` and the like. */
export function expectInside(name: string, what: string, value: number): void {
  if (value > 0 && value < 1) return
  throw new RangeError(`${name}() expects ${what} above 0 and below 1, and got ${value}.`)
}

export function expectFinite(name: string, values: readonly number[]): void {
  for (const value of values) {
    if (Number.isFinite(value)) continue
    throw new RangeError(`${name}() expects finite values, and got ${value}: leave missing values out.`)
  }
}

export function expectSameLength(name: string, a: readonly unknown[], b: readonly unknown[]): void {
  if (a.length === b.length) return
  throw new RangeError(`${name}() expects two series of the same length, and got ${a.length} and ${b.length}.`)
}

export function expectCount(name: string, what: string, value: number, least = 0): void {
  if (Number.isSafeInteger(value) && value >= least) return
  throw new RangeError(`${name}() expects a whole number of ${what} from ${least}, and got ${value}.`)
}

/** Counts of what was tried and what of it succeeded. `of` says of which, where there are several. */
export function expectTrials(
  name: string,
  { successes, trials }: { successes: number; trials: number },
  { of = '', least = 1 } = {},
): void {
  expectCount(name, `trials${of}`, trials, least)
  if (Number.isSafeInteger(successes) && successes >= 0 && successes <= trials) return
  throw new RangeError(`${name}() expects a whole number of successes${of} from 0 to ${trials}, and got ${successes}.`)
}

export function expectOneOf(name: string, what: string, allowed: readonly string[], value: string): void {
  if (allowed.includes(value)) return
  const quoted = allowed.map((one) => `'${one}'`)
  const list = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`
  throw new RangeError(`${name}() expects the ${what} ${list}, and got ${JSON.stringify(value)}.`)
}

export function expectDegreesOfFreedom(name: string, value: number): void {
  if (value > 0 && value < Infinity) return
  throw new RangeError(`${name}() expects degrees of freedom above 0, and got ${value}.`)
}
