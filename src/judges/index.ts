export { aiSdkJudge, type AISDKJudgeOptions, type AISDKModel } from './ai-sdk-judge.js'
export { defineJudge } from './define-judge.js'
export { JudgeError, type JudgeErrorReason } from './judge-error.js'
export { localJudge } from './local/local-judge.js'
export { openAIJudge } from './openai-judge.js'
export type { OpenAIJudgeOptions } from './openai-judge-options.js'
export type {
  Check,
  Criterion,
  Judge,
  JudgeCallOptions,
  Judgement,
  JudgementRequest,
  JudgeUsage,
  Metric,
  Rubric,
} from './judge.js'
