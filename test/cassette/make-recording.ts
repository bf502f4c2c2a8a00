import { cassetteKey } from '../../src/cassette/cassette-key.js'
import type { RecordedJudgement } from '../../src/cassette/recorded-judgement.js'

export function recording(question: string, more: Partial<RecordedJudgement> = {}): RecordedJudgement {
  return { key: cassetteKey({ question }), metric: 'intent', judge: 'acme', value: 1, rationale: question, ...more }
}
