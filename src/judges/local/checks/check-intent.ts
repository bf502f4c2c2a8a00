import { judgeIntent } from '../intent/judge-intent.js'
import type { LocalTools } from '../local-tools.js'
import type { CheckResult, CheckSubject } from './check-result.js'

/** The score that an intent passes at everywhere. */
const PASS = 0.8

/** Met if the reply has the intent. */
export async function checkIntent(
  { intent, description, examples }: { intent: string; description?: string; examples?: string[] },
  { reply, input }: CheckSubject,
  tools: LocalTools,
): Promise<CheckResult> {
  const { value, rationale } = await judgeIntent(
    {
      metric: 'intent',
      input,
      reply,
      intent,
      ...(description !== undefined && { description }),
      ...(examples !== undefined && { examples }),
    },
    tools,
  )
  return { score: value === null ? null : value >= PASS ? 1 : 0, reason: inBrackets(rationale) }
}

function inBrackets(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^The/, 'the')
}
