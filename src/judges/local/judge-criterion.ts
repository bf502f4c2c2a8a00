import type { CriterionRequest, Judgement } from '../judge.js'
import { runCheck } from './checks/run-check.js'
import { decline } from './decline.js'

/**
 * Met as far as the criterion's check finds it met, 0..1; declines without one, and where the check cannot tell.
 *
 * @throws {TypeError} on a check that means nothing, naming the criterion
 */
export function judgeCriterion({ criterion, check, reply, input = '' }: CriterionRequest): Judgement {
  if (check === undefined) {
    return decline(
      'A criterion in prose gives this judge nothing that it could check in code.',
      "Give it a check ({ check: { mentions: '…' } }), or use an LLM judge.",
    )
  }
  const { score, reason } = runCheck(check, { criterion, reply, input })
  if (score === null) {
    return decline(`The check cannot tell: ${reason}.`, 'Give it one that can, or use an LLM judge.')
  }
  return { value: score, rationale: `${score === 1 ? 'Met' : score === 0 ? 'Not met' : 'Partly met'}: ${reason}.` }
}
