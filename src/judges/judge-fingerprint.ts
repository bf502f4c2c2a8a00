import { sha256 } from '../text/sha256.js'

/** Short hash of everything that could change a judgement: plain JSON in, 16 hex digits of its SHA-256 out. */
export function judgeFingerprint(parts: unknown): string {
  return sha256(JSON.stringify(parts)).slice(0, 16)
}
