import { addUsage } from './add-usage.js'
import { describeJudgeError, type FailedCall } from './describe-judge-error.js'
import type { Judgement, JudgementRequest, JudgeUsage } from './judge.js'
import { buildPrompt } from './prompts/build-prompt.js'
import type { Prompt } from './prompts/prompt.js'
import { readScore, type Completion } from './read-completion.js'
import { UnusableAnswer } from './unusable-answer.js'

export interface ModelQuestion {
  nonce: () => string
  /** Rejects with an {@link UnusableAnswer} where the model answered, but not with a completion. */
  complete: (prompt: Prompt) => Promise<Completion>
  failedCall: FailedCall
}

/**
 * One judgement by a model. An unusable answer is asked for once more, in other delimiters, and is an error after that; what both
 * cost is counted.
 *
 * @throws JudgeError
 */
export async function askModel(
  request: JudgementRequest,
  { nonce, complete, failedCall }: ModelQuestion,
): Promise<Judgement> {
  let usage: JudgeUsage | undefined
  const attempt = async (): Promise<Judgement> => {
    const prompt = buildPrompt(request, nonce())
    const completion = await complete(prompt)
    usage = addUsage([usage, completion.usage])
    const { value, rationale } = readScore(completion, prompt)
    const { servedModel } = completion
    return { value, rationale, ...(usage && { usage }), ...(servedModel && { servedModel }) }
  }
  try {
    return await attempt().catch((error: unknown) => {
      if (error instanceof UnusableAnswer) return attempt()
      throw error
    })
  } catch (error) {
    throw describeJudgeError(error, { ...failedCall, usage })
  }
}
