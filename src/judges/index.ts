export { defineJudge } from './define-judge.js'
export { localJudge } from './local/local-judge.js'
export { openAIJudge } from './openai-judge.js'
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
