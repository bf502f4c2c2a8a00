export { defineAssistant } from './assistant/define-assistant.js'
export type {
  AskOptions,
  Assistant,
  AssistantAnswer,
  AssistantCall,
  AssistantChunk,
  AssistantFunction,
  AssistantResult,
  HistoryMessage,
} from './assistant/define-assistant.js'
export { defineConversation } from './assistant/define-conversation.js'
export type { ConversationOptions, ScriptedConversation, TurnScript } from './assistant/define-conversation.js'
export type { Conversation, ConversationTurn, Reply, ReplyUsage, ToolCall } from './assistant/reply.js'
export { describeCases, type DescribeCasesOptions } from './cases/describe-cases.js'
export { DatasetError, type DatasetProblem } from './cases/dataset-error.js'
export { loadCases, type LoadCasesOptions } from './cases/load-cases.js'
export type { Acceptance } from './cases/acceptance.js'
export type { EvaluationCase, EvaluationCaseInput } from './cases/evaluation-case.js'
export type { PassRule } from './cases/pass-rule.js'
export type { CaseCheck } from './cases/run-trial.js'
export { anyValue, type AnyValue } from './judges/entities/any-value.js'
export type { EntityType } from './judges/entities/entity-type.js'
export type { ModelPrice } from './judges/judge.js'
export type { Prices } from './judges/prices.js'
export type { Check, Criterion, Rubric } from './judges/judge.js'
export { recordScore, type RecordScoreOptions } from './matchers/record-score.js'
export type {} from './matchers/augment-expect.js'
export type {} from './worker/augment-vitest.js'
