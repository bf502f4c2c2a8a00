import { canonicalJson } from '../text/canonical-json.js'
import { sha256 } from '../text/sha256.js'

/**
 * What a recording is found by: 32 hexadecimal digits, the first 128 bits of the SHA-256 of `question` as JSON with sorted keys.
 * Everything that could change the answer belongs into the question; of k trials each has its own number in it, and so its own answer.
 *
 * @example
 * cassetteKey({ judge: fingerprint, trial: 0, request })
 */
export function cassetteKey(question: object): string {
  return sha256(canonicalJson(question)).slice(0, 32)
}
