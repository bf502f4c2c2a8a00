import { expect } from 'vitest'
import type { Judge, JudgementRequest } from '../../../src/judges/judge.js'
import { JudgeError } from '../../../src/judges/judge-error.js'
import { openAIJudge } from '../../../src/judges/openai-judge.js'
import type { OpenAIJudgeOptions } from '../../../src/judges/openai-judge-options.js'
import { docExamples, evaluateExample } from '../../support/doc-example.js'
import type { JudgeServer } from '../../support/judge-server.js'

export const request: JudgementRequest = { metric: 'quality', input: 'Where is it?', reply: 'On its way.' }

/** What a model says to `request`: worth 1. */
export const answer = JSON.stringify({ rationale: 'It says where the order is.', score: 5 })

interface DocumentedJudge {
  server: JudgeServer
  env?: Record<string, string | undefined>
  options?: Partial<OpenAIJudgeOptions>
  /** Which of the examples under the heading. */
  index?: number
}

/** The judge that docs/judges.md writes under a heading, but for the host, which is the test's server. */
export function documentedJudge(heading: string, { server, env = {}, options, index = 0 }: DocumentedJudge): Judge {
  return evaluateExample(docExamples('docs/judges.md', heading)[index]!, {
    process: { env },
    openAIJudge: ({ baseURL, ...written }: OpenAIJudgeOptions) => {
      const { pathname, search } = new URL(baseURL!)
      const here = `${new URL(server.url).origin}${pathname}${search}`
      return openAIJudge({ env, maxRetries: 0, ...written, baseURL: here, ...options })
    },
  }) as Judge
}

export async function failureOf(judge: Judge): Promise<JudgeError> {
  const error: unknown = await judge.judge(request).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(JudgeError)
  return error as JudgeError
}

/** The port differs from run to run. */
export function messageOf(error: JudgeError): string {
  return error.message.replace(/127\.0\.0\.1:\d+/g, 'HOST')
}
