import { createHash } from 'node:crypto'

/** Short hash of everything that could change a judgement: plain JSON in, 16 hex digits of its SHA-256 out. */
export function judgeFingerprint(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
