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
  options: DescribeCasesOptions,
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
    refuse(`expected the option "assistant" from defineAssistant, got ${describeValue(assistant)}`)
  if (!Number.isInteger(trials) || trials < 1)
    refuse(`expected "trials" as a whole number from 1, got ${describeValue(trials)}`)
  if (!isPassRule(pass)) refuse(`expected "pass" as 'all', 'majority' or { atLeast: 0.8 }, got ${describeValue(pass)}`)
  if (!(timeoutMs > 0)) refuse(`expected "timeoutMs" above 0, got ${describeValue(timeoutMs)}`)
  if (acceptance !== undefined) {
    if (Object.keys(acceptance).length === 0) refuse('expected at least one criterion in "acceptance", got none')
    for (const [criterion, value] of Object.entries(acceptance)) {
      if (!(ACCEPTANCE_CRITERIA as string[]).includes(criterion)) {
        refuse(`unknown acceptance criterion "${criterion}"; known are ${ACCEPTANCE_CRITERIA.join(', ')}`)
      }
      const [least, most] = RANGES[criterion as keyof typeof RANGES]
      if (!(value >= least && value <= most))
        refuse(`expected acceptance.${criterion} from ${least} to ${most}, got ${describeValue(value)}`)
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

function isPassRule(rule: unknown): boolean {
  if (rule === 'all' || rule === 'majority') return true
  const share = (rule as { atLeast?: unknown } | null)?.atLeast
  return typeof share === 'number' && share > 0 && share <= 1
}
