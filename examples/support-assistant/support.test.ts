import { defineAssistant, describeCases, loadCases } from 'vitest-judge'
import { answer } from './assistant/answer.js'

const ask = defineAssistant(({ message, history, context }) => answer(message, { history, context }))

describeCases('support', loadCases('fixtures/support.jsonl'), {
  assistant: ask,
  acceptance: { passRate: 0.85, meanIntent: 0.8 },
})
