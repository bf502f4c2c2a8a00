import type { Span } from './span.js'

/** An e-mail address in a text. */
export interface EmailSpan extends Span {
  /** In lower case. */
  address: string
}

/** A telephone number in a text. */
export interface PhoneSpan extends Span {
  digits: string
}

/** How to reach somebody, as a text says it; each in order. */
export interface Contacts {
  emails: EmailSpan[]
  phones: PhoneSpan[]
  /** Of pages on the web. */
  webAddresses: Span[]
}

const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_])?@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu

const webAddress = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'()]{1,2000}/giu

const edge = String.raw`(?<![\p{L}\p{N}]|\p{N}[-.:,/]|\p{L}[-/])`
const close = String.raw`(?![\p{L}\p{N}]|[-/:]\p{N}|[.,]\d)`
const phones = [
  // +41 44 668 18 00, +1 (602) 555-0147
  String.raw`(?<![\p{L}\p{N}+])\+\d[\d ().\u00a0-]{5,20}\d`,
  // 415-555-0132, (415) 555 0132, 1-800-555-0199
  String.raw`${edge}(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}`,
  // 555-0199
  String.raw`${edge}\d{3}-\d{4}`,
  // 044 668 18 00, 020 7946 0958, 030/123456
  String.raw`${edge}\(?0\d{1,4}\)?[ /-]\d{2,8}(?:[ -]\d{2,4}){0,3}`,
].map((source) => new RegExp(source + close, 'gu'))

/** The e-mail addresses, telephone numbers and web addresses of a text. Linear. */
export function readContacts(text: string): Contacts {
  return { emails: readEmails(text), phones: readPhones(text), webAddresses: readWebAddresses(text) }
}

function readEmails(text: string): EmailSpan[] {
  return [...text.matchAll(email)].map(({ 0: address, index }) => ({
    at: index,
    end: index + address.length,
    address: address.toLowerCase(),
  }))
}

function readWebAddresses(text: string): Span[] {
  return [...text.matchAll(webAddress)].map(({ 0: address, index }) => ({ at: index, end: index + address.length }))
}

/**
 * 7 to 15 digits (E.164) with a plus, or in the groups that numbers are written in. Digits
 * alone are a number.
 */
function readPhones(text: string): PhoneSpan[] {
  const found: PhoneSpan[] = []
  for (const pattern of phones) {
    for (const { 0: number, index } of text.matchAll(pattern)) {
      const digits = number.replace(/\D/g, '')
      const span = { at: index, end: index + number.length }
      const isNew = digits.length >= 7 && digits.length <= 15
      if (isNew) found.push({ ...span, digits })
    }
  }
  return withoutParts(found.toSorted((a, b) => a.at - b.at || b.end - a.end))
}

/** Whether two numbers are one, with and without the code of its country: `+1 602-555-0147` and `602-555-0147`. */
export function samePhone(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const local = short.replace(/^0/, '')
  return local.length >= 8 && long.length - local.length <= 3 && long.endsWith(local)
}

function withoutParts(spans: PhoneSpan[]): PhoneSpan[] {
  let reach = -1
  return spans.filter(({ at, end }) => {
    if (at < reach) return false
    reach = end
    return true
  })
}
