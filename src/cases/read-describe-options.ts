import { describeValue } from '../matchers/describe-value.js'
import { ACCEPTANCE_CRITERIA } from './acceptance.js'
import type { DescribeCasesOptions } from './describe-cases.js'
import type { EvaluationCase } from './evaluation-case.js'
import type { CaseOptions } from './run-case.js'

const KNOWN = ['assistant', 'trials', 'pass', 'acceptance', 'check', 'timeoutMs', 'judge']

export interface ResolvedDescribeOptions extends CaseOptions {
  acceptance: DescribeCasesOptions['acceptance']
  timeoutMs: number
}

/** @throws {TypeError} naming the option or the case that is wrong, what was expected, and what came */
export function readDescribeOptions(
  name: string,
  cases: EvaluationCase[],
  options: Partial<DescribeCasesOptions> = {},
): ResolvedDescribeOptions {
  const refuse = (message: string): never => {
    throw new TypeError(`describeCases('${name}'): ${message}`)
  }
  if (!Array.isArray(cases) || cases.length === 0)
    refuse(`expected a list of cases from loadCases, got ${describeValue(cases)}`)
  for (const option of Object.keys(options)) {
    if (!KNOWN.includes(option)) refuse(`unknown option "${option}"; known are ${KNOWN.join(', ')}`)
  }
  const { assistant, trials = 1, pass = 'all', acceptance, check, timeoutMs = 30_000, judge } = options
  if (typeof assistant !== 'function')
    return refuse(`expected the option "assistant" from defineAssistant, got ${describeValue(assistant)}`)
  if (!Number.isInteger(trials) || trials < 1)
    refuse(`expected "trials" as a whole number from 1, got ${describeValue(trials)}`)
  if (!isPassRule(pass)) refuse(`expected "pass" as 'all', 'majority' or { atLeast: 0.8 }, got ${describeValue(pass)}`)
  if (typeof timeoutMs !== 'number' || !(timeoutMs > 0))
    refuse(`expected "timeoutMs" in milliseconds above 0, got ${describeValue(timeoutMs)}`)
  if (check !== undefined && typeof check !== 'function')
    refuse(`expected the option "check" as a function, got ${describeValue(check)}`)
  if (judge !== undefined && (typeof judge !== 'string' || judge === ''))
    refuse(`expected the option "judge" as the name of one of judge({ judges }), got ${describeValue(judge)}`)
  if (acceptance !== undefined) {
    if (typeof acceptance !== 'object' || (acceptance as unknown) === null)
      refuse(`expected the option "acceptance" as an object, got ${describeValue(acceptance)}`)
    if (Object.keys(acceptance).length === 0) refuse('expected at least one criterion in "acceptance", got none')
    for (const [criterion, value] of Object.entries(acceptance) as [string, unknown][]) {
      if (!(ACCEPTANCE_CRITERIA as string[]).includes(criterion)) {
        refuse(`unknown acceptance criterion "${criterion}"; known are ${ACCEPTANCE_CRITERIA.join(', ')}`)
      }
      const [least, most] = RANGES[criterion as keyof typeof RANGES]
      const isTime = most === Number.MAX_VALUE
      const bound = !isTime && isBound(value) ? value.atLeast : value
      if (typeof bound !== 'number' || !(bound >= least && bound <= most)) {
        const range = isTime ? `from ${least}` : `from ${least} to ${most}, or { atLeast: …, by: 'lower-bound' }`
        refuse(`expected acceptance.${criterion} ${range}, got ${describeValue(value)}`)
      }
    }
  }
  if (check === undefined) {
    for (const { id, intent, entities, rubric, reference } of cases) {
      if (intent === undefined && entities === undefined && rubric === undefined && reference === undefined) {
        refuse(
          `case "${id}" declares nothing to assert: give it an intent, entities, a rubric or a reference, or pass \`check\``,
        )
      }
    }
  }
  return { assistant, trials, pass, acceptance, check, timeoutMs, judge }
}

const RANGES = {
  passRate: [0, 1],
  meanIntent: [0, 1],
  meanEntities: [0, 1],
  meanQuality: [1, 5],
  p95Ms: [0, Number.MAX_VALUE],
} as const

function isBound(value: unknown): value is { atLeast: unknown } {
  if (typeof value !== 'object' || value === null) return false
  const { by } = value as { by?: unknown }
  return Object.keys(value).sort().join() === 'atLeast,by' && (by === 'value' || by === 'lower-bound')
}

function isPassRule(rule: unknown): boolean {
  if (rule === 'all' || rule === 'majority') return true
  const share = (rule as { atLeast?: unknown } | null)?.atLeast
  return typeof share === 'number' && share > 0 && share <= 1
}
