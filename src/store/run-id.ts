import { randomBytes } from 'node:crypto'

/** A UUID version 7 (RFC 9562, 5.7): ids made in different milliseconds sort by time as text. */
export function newRunId({
  now = Date.now,
  random = randomBytes,
}: { now?: () => number; random?: (bytes: number) => Uint8Array } = {}): string {
  const bytes = Buffer.from(random(16))
  bytes.writeUIntBE(now(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
