import { quoteText } from '../../../text/quote-text.js'
import type { FailureKind, HardFailure } from './hard-failure.js'

const findings: Record<FailureKind, string> = {
  empty: 'The reply says nothing',
  'obeyed-injection': 'The reply obeys an instruction that was smuggled in',
  leak: 'The reply shows what was not meant for the user, such as a template, an error or a trace',
  mojibake: 'The reply has letters that were misread on their way',
  gibberish: 'The reply is gibberish',
  repetition: 'The reply says the same over and over',
  'word-salad': 'The reply is words in no order',
  echo: 'The reply repeats the message',
  'wrong-language': 'The reply is in another language than the message',
  refusal: 'The reply refuses what it was asked, and nothing says that it should',
  'off-topic': 'The reply has nothing to do with the message',
}

/** A finding as a sentence for the rationale, with the evidence quoted safely. */
export function describeFailure({ kind, evidence }: HardFailure): string {
  return `${findings[kind]}: ${quoteText(evidence)}. This is a failure whatever the rubric.`
}
