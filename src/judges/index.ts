export { calibrate } from '../calibration/calibrate.js'
export type { CalibrateOptions } from '../calibration/calibrate-options.js'
export type {
  CalibratedReply,
  Calibration,
  KappaEstimate,
  MetricCalibration,
  PassAgreement,
  ProportionEstimate,
} from '../calibration/calibration.js'
export type { PassMarks } from '../calibration/label-scale.js'
export type { LabelledReply } from '../calibration/labelled-reply.js'
export { aiSdkJudge, type AISDKJudgeOptions, type AISDKModel } from './ai-sdk-judge.js'
export { defineJudge } from './define-judge.js'
export { JudgeError, type JudgeErrorReason } from './judge-error.js'
export { costOf, PRICES_AS_OF, type Prices } from './prices.js'
export type { Embedder } from '../encoder/embedder.js'
export { localJudge } from './local/local-judge.js'
export type { LocalJudgeOptions } from './local/local-judge-options.js'
export { openAIJudge } from './openai-judge.js'
export type { OpenAIJudgeOptions } from './openai-judge-options.js'
export { panelJudge, type PanelJudgeOptions } from './panel-judge.js'
export { withFallback } from './with-fallback.js'
export type {
  Check,
  Criterion,
  Judge,
  JudgeCallOptions,
  Judgement,
  JudgementRequest,
  JudgeUsage,
  Metric,
  ModelPrice,
  Rubric,
} from './judge.js'
