import { firstDifference, type Difference } from './first-difference.js'

/** A call as it is expected; without `arguments`, any will do. */
export interface ExpectedToolCall {
  name: string
  arguments?: unknown
}

export interface CalledTool {
  name: string
  arguments?: unknown
}

/**
 * - `any`: each expected call is among the calls.
 * - `subsequence`: in the order given, other calls may stand between.
 * - `strict`: these calls in this order, and no others.
 */
export type ToolOrder = 'any' | 'subsequence' | 'strict'

export interface ToolMatch {
  /** Pairs of an expected call and the one that answers to it, by index, as many as there can be. */
  pairs: { expected: number; called: number }[]
  /** Share of the expected calls that were found, 0..1; where others do not belong, of those that were made if these are more. */
  value: number
}

/**
 * Holds the calls of a reply against those that are expected. No call answers to two. O(expected² · called).
 *
 * @param exact arguments must be the same instead of holding what is expected, and there are no other calls
 */
export function matchToolCalls(
  expected: readonly ExpectedToolCall[],
  called: readonly CalledTool[],
  { order, exact }: { order: ToolOrder; exact: boolean },
): ToolMatch {
  const fits = expected.map((one) => called.map((call) => callDifference(one, call, exact) === undefined))
  const pairs = order === 'any' ? largestMatching(fits, called.length) : longestInOrder(fits, called.length)
  // Of no calls at all every other one is one too many.
  const noOthers = order === 'strict' || exact || expected.length === 0
  const total = noOthers ? Math.max(expected.length, called.length) : expected.length
  return { pairs, value: total === 0 ? 1 : pairs.length / total }
}

/** Where a call is not the expected one: in `name`, or within `arguments`. */
export function callDifference(expected: ExpectedToolCall, call: CalledTool, exact: boolean): Difference | undefined {
  if (expected.name !== call.name) return { path: ['name'], expected: expected.name, actual: call.name }
  if (!('arguments' in expected) || expected.arguments === undefined) return undefined
  const parsed = parsedArguments(call.arguments)
  const difference = firstDifference(expected.arguments, parsed, exact)
  // A provider sends arguments as text in JSON, and that may be what is expected.
  if (difference === undefined || firstDifference(expected.arguments, call.arguments, exact) === undefined) {
    return undefined
  }
  return { ...difference, path: ['arguments', ...difference.path] }
}

function parsedArguments(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

/** Kuhn's algorithm: a call that fits two expectations goes to the one that no other call fits. */
function largestMatching(fits: readonly boolean[][], calls: number): ToolMatch['pairs'] {
  const expectedOf = new Array<number | undefined>(calls)
  const assign = (expected: number, tried: Set<number>): boolean => {
    for (let called = 0; called < calls; called++) {
      if (fits[expected]?.[called] !== true || tried.has(called)) continue
      tried.add(called)
      const other = expectedOf[called]
      if (other === undefined || assign(other, tried)) {
        expectedOf[called] = expected
        return true
      }
    }
    return false
  }
  for (let expected = 0; expected < fits.length; expected++) assign(expected, new Set())
  return expectedOf.flatMap((expected, called) => (expected === undefined ? [] : { expected, called }))
}

/** Longest common subsequence. */
function longestInOrder(fits: readonly boolean[][], calls: number): ToolMatch['pairs'] {
  /** lengths[i][j]: of the expected calls from i on and the calls from j on. */
  const lengths = Array.from({ length: fits.length + 1 }, () => new Array<number>(calls + 1).fill(0))
  const at = (expected: number, called: number) => lengths[expected]?.[called] ?? 0
  for (let expected = fits.length - 1; expected >= 0; expected--) {
    for (let called = calls - 1; called >= 0; called--) {
      const row = lengths[expected]
      if (row === undefined) continue
      row[called] =
        fits[expected]?.[called] === true
          ? 1 + at(expected + 1, called + 1)
          : Math.max(at(expected + 1, called), at(expected, called + 1))
    }
  }
  const pairs: ToolMatch['pairs'] = []
  for (let expected = 0, called = 0; expected < fits.length && called < calls;) {
    if (fits[expected]?.[called] === true) pairs.push({ expected: expected++, called: called++ })
    else if (at(expected + 1, called) >= at(expected, called + 1)) expected++
    else called++
  }
  return pairs
}
