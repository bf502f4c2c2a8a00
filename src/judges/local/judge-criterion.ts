import type { CriterionRequest, Judgement } from '../judge.js'
import { runCheck } from './checks/run-check.js'
import { decline } from './decline.js'
import type { LocalTools } from './local-tools.js'

/**
 * Met as far as the criterion's check finds it met, 0..1; declines without one, and where the check cannot tell.
 *
 * Rejects with a TypeError on a check that means nothing, naming the criterion
 */
export async function judgeCriterion(
  { criterion, check, reply, input = '' }: CriterionRequest,
  tools: LocalTools,
): Promise<Judgement> {
  if (check === undefined) {
    return decline(
      'A criterion in prose gives this judge nothing that it could check in code.',
      "Give it a check ({ check: { mentions: '…' } }), or use an LLM judge.",
    )
  }
  const { score, reason } = await runCheck(check, { criterion, reply, input }, tools)
  if (score === null) {
    return decline(`The check cannot tell: ${reason}.`, 'Give it one that can, or use an LLM judge.')
  }
  return { value: score, rationale: `${score === 1 ? 'Met' : score === 0 ? 'Not met' : 'Partly met'}: ${reason}.` }
}
