import { quoteText } from '../text/quote-text.js'
import { splitLabel } from '../text/split-label.js'

export interface IntentComparison {
  expected: string
  /** What the assistant returned. */
  actual: string
}

/**
 * Whether an assistant returned the expected intent: 1 or 0. Labels are equal however they are written.
 *
 * @example
 * compareIntent({ expected: 'order_support', actual: 'OrderSupport' }) // { value: 1, rationale: … }
 */
export function compareIntent({ expected, actual }: IntentComparison): { value: number; rationale: string } {
  return sameLabel(expected, actual)
    ? { value: 1, rationale: `The assistant returned the intent ${quoteText(actual)}.` }
    : { value: 0, rationale: `The assistant returned the intent ${quoteText(actual)}, not ${quoteText(expected)}.` }
}

/** @internal */
export function sameLabel(a: string, b: string): boolean {
  const [wordsOfA, wordsOfB] = [splitLabel(a).join(''), splitLabel(b).join('')]
  return wordsOfA === '' && wordsOfB === '' ? a.trim() === b.trim() : wordsOfA === wordsOfB
}
