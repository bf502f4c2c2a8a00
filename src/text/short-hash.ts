import { canonicalJson } from './canonical-json.js'
import { sha256 } from './sha256.js'

/**
 * Ten hexadecimal digits that name a JSON value: equal for values that differ in nothing but the order of their keys.
 * For telling whether two things are the same, never for security.
 *
 * The first 40 bits of the SHA-256 of the value as JSON with sorted keys. Among 10,000 values the chance that any two
 * share a hash is about 5 in 100,000. As in JSON, `undefined` fields are left out. Linear in the size of the value.
 *
 * @throws TypeError for what JSON cannot hold: a bigint, a cycle.
 * @example
 * shortHash({ a: 1, b: 2 }) === shortHash({ b: 2, a: 1 })
 */
export function shortHash(value: unknown): string {
  const canonical = canonicalJson(value)
  // The cases of a suite often expect the same.
  if (canonical === last.canonical) return last.hash
  const hash = sha256(canonical).slice(0, 10)
  last = { canonical, hash }
  return hash
}

let last = { canonical: '', hash: '' }
