import { randomFillSync } from 'node:crypto'

const BYTES = 16
const pool = Buffer.alloc(BYTES * 64)
let next = pool.length

/** 128 random bits as hex digits. Drawn for 64 prompts at a time. */
export function drawNonce(): string {
  if (next === pool.length) {
    randomFillSync(pool)
    next = 0
  }
  const nonce = pool.toString('hex', next, next + BYTES)
  next += BYTES
  return nonce
}
