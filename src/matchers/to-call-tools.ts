import { toJson } from '../worker/to-json.js'
import { assertInCode, type CodeAssertion, type CodeFinding } from './assert-in-code.js'
import { withoutAsymmetric } from './asymmetric.js'
import { checkOptions } from './check-options.js'
import { describeValue } from './describe-value.js'
import {
  callDifference,
  matchToolCalls,
  type CalledTool,
  type ExpectedToolCall,
  type ToolMatch,
  type ToolOrder,
} from './match-tool-calls.js'
import type { MatcherContext, MatcherResult } from './matcher-context.js'
import { receiveAnswer } from './receive-reply.js'
import { showValue } from './show-value.js'

export interface ToolsOptions {
  /**
   * `any` (default): each of them is among the calls. `subsequence`: in this order, others may stand between.
   * `strict`: these in this order, and no others.
   */
  order?: ToolOrder
  /** Arguments are these and no others, and so are the calls. Default false: arguments hold what is expected. */
  exact?: boolean
  /** Names the score in baseline and report, where a test asserts the same metric more than once. */
  id?: string
}

/** Most calls that are named in a message. */
const MAX_CALLS = 20

/**
 * Asserts that the assistant called these tools, by name or with arguments; the score is the share of them that it called.
 * Reads `toolCalls` of the reply, in code. An empty list asserts that it called none. Not asynchronous, asks no judge.
 *
 * @param expected names, or `{ name, arguments }`, in which asymmetric matchers such as `expect.any(String)` may stand
 * @throws {TypeError} on a reply without `toolCalls`, a bare string, an unknown option
 * @example
 * expect(reply).toCallTools(['search', { name: 'refund', arguments: { order: '123' } }], { order: 'subsequence' })
 */
export function toCallTools(
  this: MatcherContext,
  received: unknown,
  expected: readonly (string | ExpectedToolCall)[],
  options: ToolsOptions = {},
): MatcherResult {
  return assertInCode(this, toCallTools, () => toolsAssertion(received, expected, options))
}

function toolsAssertion(
  received: unknown,
  expected: readonly (string | ExpectedToolCall)[],
  options: ToolsOptions,
): CodeAssertion {
  const matcher = 'toCallTools'
  checkOptions<Required<ToolsOptions>>(matcher, options as Required<ToolsOptions>, {
    order: 'string',
    exact: 'boolean',
    id: 'string',
  })
  const { order = 'any', exact = false, id } = options
  if (!['any', 'subsequence', 'strict'].includes(order)) {
    throw new TypeError(
      `${matcher}: expected the option "order" as 'any', 'subsequence' or 'strict', got ${describeValue(order)}`,
    )
  }
  const calls = readExpected(matcher, expected)
  const reply = receiveAnswer(matcher, received, 'tool calls')
  const called = readCalled(matcher, reply.toolCalls)
  return {
    call: `${matcher}([${calls.map(({ name }) => showValue(name)).join(', ')}])`,
    metric: 'tools',
    id,
    unit: 'unit',
    threshold: 1,
    reply,
    expectation: toJson({ calls: withoutAsymmetric(calls), order, exact }, `${matcher}: what is expected`),
    judge: 'code',
    check: () => find(calls, called, order, exact),
  }
}

function readExpected(matcher: string, expected: unknown): ExpectedToolCall[] {
  if (!Array.isArray(expected)) {
    throw new TypeError(
      `${matcher}: expected a list of tools, such as ['search', { name: 'refund', arguments: { order: '123' } }], got ${describeValue(expected)}`,
    )
  }
  return expected.map((call: unknown) => {
    const { name, ...rest } = typeof call === 'string' ? { name: call } : ((call ?? {}) as Partial<ExpectedToolCall>)
    const [unknown] = Object.keys(rest).filter((key) => key !== 'arguments')
    if (typeof name !== 'string' || name === '' || unknown !== undefined) {
      throw new TypeError(`${matcher}: expected each tool as a name or { name, arguments }, got ${describeValue(call)}`)
    }
    return { name, ...rest }
  })
}

function readCalled(matcher: string, toolCalls: unknown): CalledTool[] {
  if (toolCalls === undefined) {
    throw new TypeError(
      `${matcher}: this reply says nothing of tools. Return what the assistant called, \`{ text, toolCalls: [{ name, arguments }] }\`; ` +
        'an empty list says that it called none',
    )
  }
  if (!Array.isArray(toolCalls) || !toolCalls.every((call) => typeof (call as CalledTool | null)?.name === 'string')) {
    throw new TypeError(
      `${matcher}: expected the reply's toolCalls as a list of { name, arguments }, got ${describeValue(toolCalls)}`,
    )
  }
  return toolCalls as CalledTool[]
}

function find(expected: ExpectedToolCall[], called: CalledTool[], order: ToolOrder, exact: boolean): CodeFinding {
  const match = matchToolCalls(expected, called, { order, exact })
  const names = called.length === 0 ? 'nothing' : shortList(called.map(({ name }) => showValue(name).slice(1, -1)))
  return {
    value: match.value,
    holds: match.value === 1,
    rationale: `called ${names}; ${match.pairs.length} of ${expected.length} expected`,
    explain: (isNot) => [
      `Expected: ${isNot ? 'not ' : ''}${describeExpected(expected, order, exact)}`,
      `Called:   ${called.length === 0 ? 'no tool' : shortList(called.map(showCall))}`,
      ...(isNot ? [] : ['', `First difference: ${describeDifference(expected, called, match, order, exact)}`]),
    ],
  }
}

function describeExpected(expected: ExpectedToolCall[], order: ToolOrder, exact: boolean): string {
  if (expected.length === 0) return 'no call of a tool'
  const only = order === 'strict' || exact ? ', and no other call' : ''
  const inOrder = expected.length === 1 ? '' : order === 'any' ? ', in any order' : ', in this order'
  return `${shortList(expected.map(showCall))}${inOrder}${only}`
}

function describeDifference(
  expected: ExpectedToolCall[],
  called: CalledTool[],
  { pairs }: ToolMatch,
  order: ToolOrder,
  exact: boolean,
): string {
  const missing = expected.find((_, index) => !pairs.some((pair) => pair.expected === index))
  const others = called.filter((_, index) => !pairs.some((pair) => pair.called === index))
  const [surplus] = others
  if (missing === undefined) {
    return surplus === undefined ? 'none' : `${showCall(surplus)} was called too`
  }
  const sameTool = others.find(({ name }) => name === missing.name)
  const difference = sameTool === undefined ? undefined : callDifference(missing, sameTool, exact)
  if (difference !== undefined) {
    const place = [missing.name, ...difference.path].map((step) => showValue(String(step)).slice(1, -1)).join('.')
    return `${place}: expected ${showValue(difference.expected)}, got ${showValue(difference.actual)}`
  }
  if (sameTool !== undefined && order !== 'any') return `${showCall(missing)} was called, but not in this place`
  return `${showCall(missing)} was not called`
}

function showCall(call: CalledTool): string {
  const name = showValue(call.name).slice(1, -1)
  return call.arguments === undefined ? name : `${name}(${showValue(call.arguments)})`
}

function shortList(items: string[]): string {
  const more = items.length - MAX_CALLS
  return `${items.slice(0, MAX_CALLS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
