import { normalizeText } from '../../text/normalize-text.js'

/**
 * How assistants say that they have nothing to say, in English. Each names the whole task ("help", "your request"), never one thing that
 * cannot be done: "I cannot cancel order 5" is an answer.
 */
const phrases = [
  /\b(?:did not|didn't|do not|don't|could not|couldn't|can't|cannot|can not) (?:quite |fully |really )?(?:understand|get that|get you|catch that|follow)\b/,
  /\b(?:can't|cannot|can not|could not|couldn't|unable to|not able to) (?:help|assist|answer|process (?:that|this|your) (?:request|message)|do that|respond)\b/,
  /\b(?:not sure|unsure|do not know|don't know|no idea) (?:what (?:you|that) mean|how to (?:help|answer|respond)|what you(?:'re| are) (?:asking|looking for))/,
  /\b(?:i do not|i don't) (?:know|have (?:an answer|that information|enough information))\b/,
  /\bi(?:'m| am) (?:just|only) (?:an? )?(?:ai|bot|assistant|language model)\b|\bas an? (?:ai|language model)\b/,
  /\b(?:rephrase|say (?:that|it) (?:again|differently)|try again|come again)\b/,
  /\bsomething went wrong\b|\ban (?:unexpected )?error (?:has )?(?:occurred|happened)\b/,
  /\bno (?:answer|comment|idea)\b/,
]

/** Whether a sentence only says that the assistant cannot answer. */
export function isNonAnswer(sentence: string): boolean {
  const text = normalizeText(sentence)
  return phrases.some((phrase) => phrase.test(text))
}
