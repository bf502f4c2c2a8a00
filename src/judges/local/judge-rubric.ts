import { quoteText } from '../../text/quote-text.js'
import type { Criterion, Judgement } from '../judge.js'
import { runCheck } from './checks/run-check.js'
import { decline } from './decline.js'
import type { LocalTools } from './local-tools.js'

/** Of the criteria's weight, what must be judged for the rest to stand in for the whole. */
const LEAST_JUDGED_WEIGHT = 0.6

/**
 * The weighted share of a rubric's criteria that their checks find met, 0..1. Criteria that cannot be judged in code are left out and the
 * other weights count for them, as long as 60 % of the weight remains; without that it declines.
 *
 * @param criteria at least one
 * Rejects with a TypeError on a check or a weight that means nothing, naming the criterion
 */
export async function judgeRubric(
  criteria: readonly Criterion[],
  { input, reply }: { input: string; reply: string },
  tools: LocalTools,
): Promise<Judgement> {
  const results = await Promise.all(
    criteria.map(async (criterion) => {
      const { text, weight = 1, check } = criterion
      if (!(weight > 0 && weight < Infinity)) {
        throw new TypeError(
          `criterion ${quoteText(text)}: expected a weight above 0, got ${String(weight)}; leave it out for 1`,
        )
      }
      const result =
        check === undefined
          ? { score: null, reason: 'it has no check' }
          : await runCheck(check, { criterion: text, reply, input }, tools)
      return { text, weight, ...result }
    }),
  )
  const judged = results.flatMap((result) => (result.score === null ? [] : [{ ...result, score: result.score }]))
  const rationale = results.map((result) => line(result)).join('\n')
  const total = sum(results.map(({ weight }) => weight))
  const judgedWeight = sum(judged.map(({ weight }) => weight))
  // Sums of decimal weights such as 0.1 are a hair off.
  if (judgedWeight / total < LEAST_JUDGED_WEIGHT - 1e-9) {
    const percent = Math.floor((100 * judgedWeight) / total)
    const why = `Only ${percent} % of the rubric's weight can be judged in code, and it takes 60 %.`
    return {
      ...decline(why, 'Give more of its criteria checks, or use an LLM judge.'),
      rationale: `${why}\n${rationale}`,
    }
  }
  return { value: Math.min(1, sum(judged.map(({ weight, score }) => weight * score)) / judgedWeight), rationale }
}

function line({ text, score, reason }: { text: string; score: number | null; reason: string }): string {
  const criterion = quoteText(text).slice(1, -1)
  if (score === null) return `– ${criterion} (not judged: ${reason})`
  const mark = score === 1 ? '✓' : score === 0 ? '✗' : '~'
  return `${mark} ${criterion} (${reason})`
}

function sum(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
