import { normalizeText } from './normalize-text.js'

/**
 * The words of a label, in lower case, however it is written.
 *
 * @example
 * splitLabel('order_support') // ['order', 'support'], as for OrderSupport, order-support, ORDER_SUPPORT and 'Order support'
 */
export function splitLabel(label: string): string[] {
  const spaced = label.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
  return normalizeText(spaced)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}
