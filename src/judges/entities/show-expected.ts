import { quoteText } from '../../text/quote-text.js'
import { isPattern, type ExpectedValue } from './expected-values.js'

/** An expected value for a message: `order_id "12345"`, `order_id /^\d+$/`, `delivery any date`. */
export function showExpected({ name, value }: ExpectedValue): string {
  return `${quoteText(name).slice(1, -1)} ${showExpectedValue(value)}`
}

/** The same without its name. */
export function showExpectedValue(value: ExpectedValue['value']): string {
  if (typeof value !== 'object' || value === null) return quoteText(String(value))
  return isPattern(value) ? quoteText(`/${value.source}/${value.flags}`).slice(1, -1) : `any ${value.$any}`
}
