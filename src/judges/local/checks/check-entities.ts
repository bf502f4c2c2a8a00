import { judgeEntities } from '../judge-entities.js'
import type { CheckResult, CheckSubject } from './check-result.js'

/** Met as far as the reply names the expected values. */
export function checkEntities(expected: Record<string, unknown>, { reply, input }: CheckSubject): CheckResult {
  const { value, rationale } = judgeEntities({ metric: 'entities', input, reply, expected })
  return { score: value, reason: rationale.replace(/\.$/, '').replace(/^Found/, 'found') }
}
