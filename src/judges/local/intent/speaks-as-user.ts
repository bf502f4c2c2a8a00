import { normalizeText } from '../../../text/normalize-text.js'

/** How people ask: for themselves, of somebody. */
const asks =
  /\b(?:i(?:'m|'d|'ve)? (?:want|need|wish|would|am|like|looking|trying|have|can't|cannot|do|can|could|should|will|was)|i'd|i'm|i've|my|(?<!let )me|myself)\b|\b(?:can|could|will|would) you\b|\bplease\b|^(?:(?:ok|okay|hi|hello|hey|thanks|good|alright|now|so)[,.!]? )*(?:find|show|tell|get|give|book|cancel|play|set|add|send|call|order|buy|search|look|help|transfer|make|check|reserve|turn|remind) (?:me|my|a|an|the|this|that|some|another|for|to|up|on|off|it)\b/

/** How assistants answer: they speak to somebody, and of what they found. */
const answers =
  /\b(?:(?:do|did|would|are|were|will|have|should|may|can) you (?:want|like|prefer|need|wish|going|leaving|looking|interested|traveling|okay)|you (?:want|would|need|are|have|will)|you'(?:d|re|ll)|your|shall i|should i|may i|(?:i|i've|i have) (?:found|booked|added|sent|looked|reserved)|please (?:confirm|note|provide|specify|choose|select|wait))\b/

/** Whether a text is plainly what a person asks and not what an assistant answers. English; of other texts nothing is plain. */
export function speaksAsUser(text: string): boolean {
  const normal = normalizeText(text)
  return asks.test(normal) && !answers.test(normal)
}
