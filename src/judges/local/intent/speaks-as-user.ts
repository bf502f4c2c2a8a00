import { normalizeText } from '../../../text/normalize-text.js'

/** How people ask: what they want, of an assistant, for themselves. */
const asks =
  /\b(?:i(?:'m|'d|'ve|'ll)?|my|me|we|us|our)\b|\b(?:can|could|will|would) you\b|^(?:please |hi,? |hello,? )?(?:find|show|tell|get|give|book|cancel|play|set|add|send|call|order|buy|search|look|help|what|where|when|who|why|how|which|is|are|do|does|can)\b/

/** How assistants answer: they speak to somebody, or of what they found. */
const answers =
  /\b(?:your|you|shall i|should i|may i|i(?:'ve| have)? (?:found|booked|added|set|sent|looked)|let me|please (?:confirm|note|provide)|sorry|we (?:ship|offer|sell|will|have|can|do|refund))\b/

/** Said to an assistant; `you` in them is the assistant. */
const addressed = /\b(?:can|could|will|would|do|did|have|are) you\b/g

/** Whether a text is plainly what a person asks and not what an assistant answers. English; of other texts nothing is plain. */
export function speaksAsUser(text: string): boolean {
  const normal = normalizeText(text)
  return asks.test(normal) && !answers.test(normal.replace(addressed, ' '))
}
