import { stripControlCharacters } from '../text/strip-control-characters.js'
import { isAsymmetric, nameOf } from './asymmetric.js'

/** Longest text of one value in a message. */
const MAX_LENGTH = 200

/** A value on one line of a message: JSON, with asymmetric matchers by their names. May be foreign, so it is cleaned and cut. */
export function showValue(value: unknown): string {
  const text = stripControlCharacters(show(value)).replaceAll(/\s+/g, ' ')
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`
}

function show(value: unknown): string {
  if (isAsymmetric(value)) {
    if (value.toAsymmetricMatcher !== undefined) return value.toAsymmetricMatcher()
    return value.sample === undefined ? nameOf(value) : `${nameOf(value)}<${show(value.sample)}>`
  }
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  if (Object.prototype.toString.call(value) === '[object Object]') {
    const members = Object.entries(value as object).map(([key, member]) => `${keyOf(key)}: ${show(member)}`)
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
  }
  if (typeof value === 'string' || value instanceof Date) return JSON.stringify(value)
  return String(value)
}

function keyOf(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : JSON.stringify(key)
}
