import type { AssistantQuestion, RecordedAnswer } from '../judge-service/protocol.js'
import type { Json } from '../text/json.js'
import type { TrialScope } from '../worker/test-scope.js'
import { toJson } from '../worker/to-json.js'
import { worker } from '../worker/worker-state.js'
import type { Answer, AssistantCall } from './define-assistant.js'

export interface RecordedCall {
  version: string | number
  call: AssistantCall
  /** Absent outside a test. */
  trial: TrialScope | undefined
}

/**
 * The recorded answer of an assistant, or else what `ask` answers now, which is then recorded. The same call made again in a
 * trial has an answer of its own, and so has every trial.
 *
 * @throws {Error} where nothing is recorded and nobody may be asked, and where the recordings cannot be read
 */
export async function recorded({ version, call, trial }: RecordedCall, ask: () => Promise<Answer>): Promise<Answer> {
  const { client } = worker()
  const question = questionOf(version, call, trial)
  const recall = await client.recall(question)
  if (recall.answer !== null) return { ...recall.answer, replayed: true }
  if (recall.then === 'missing') {
    throw new Error(
      "expected a recorded reply, got none for this message, and judge({ cassette: { mode: 'replay' } }) asks nobody: " +
        'record it where the assistant can be asked (vitest run -u), and commit the cassette',
    )
  }
  const answer = await ask()
  client.keep(question, recordable(answer))
  return answer
}

function questionOf(version: string | number, call: AssistantCall, trial: TrialScope | undefined): AssistantQuestion {
  const { message } = call
  const history = toJson(call.history, 'history')
  const context = toJson(call.context, 'context')
  const nth = trial?.countCall(JSON.stringify([version, message, history, context])) ?? 0
  return { version, message, history, context, trial: trial?.number ?? 0, nth }
}

function recordable({ text, intent, entities, toolCalls, usage }: Answer): RecordedAnswer {
  return {
    text,
    ...(intent !== undefined && { intent }),
    ...(entities !== undefined && { entities: toJson(entities, 'entities') as Record<string, Json> }),
    ...(toolCalls !== undefined && {
      toolCalls: toJson(toolCalls, 'toolCalls') as RecordedAnswer['toolCalls'] & object,
    }),
    ...(usage !== undefined && { usage }),
  }
}
