const surrogate = /[\uD800-\uDFFF]/
const loneSurrogate = /\p{Surrogate}/gu

/**
 * A string as a baseline file can hold it: UTF-8 has no lone surrogates, so each becomes U+FFFD.
 * Everything else is kept. What is compared with a baseline goes through here first.
 */
export function storableText(text: string): string {
  return surrogate.test(text) ? text.replace(loneSurrogate, '\uFFFD') : text
}
