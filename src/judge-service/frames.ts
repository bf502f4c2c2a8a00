import { Buffer } from 'node:buffer'

const HEADER_BYTES = 4

/** Larger than any reply worth judging; a length beyond it is not ours. */
const MAX_FRAME_BYTES = 64 * 1024 * 1024

/**
 * One message as a frame: its length in bytes (32 bit, big endian), then JSON in UTF-8.
 *
 * @throws {RangeError} where it is larger than any reply worth judging
 */
export function encodeFrame(message: unknown): Buffer {
  const json = JSON.stringify(message)
  const length = Buffer.byteLength(json)
  if (length > MAX_FRAME_BYTES)
    throw new RangeError(`${length} bytes are more than can be judged, at most ${MAX_FRAME_BYTES}`)
  const frame = Buffer.allocUnsafe(HEADER_BYTES + length)
  frame.writeUInt32BE(length)
  frame.write(json, HEADER_BYTES)
  return frame
}

/** Puts frames back together from chunks that may end anywhere. Throws a RangeError on a length that no frame has. */
export class FrameDecoder<Message> {
  #rest: Buffer = Buffer.alloc(0)

  push(chunk: Buffer): Message[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const messages: Message[] = []
    let start = 0
    while (this.#rest.length - start >= HEADER_BYTES) {
      const length = this.#rest.readUInt32BE(start)
      if (length > MAX_FRAME_BYTES) throw new RangeError(`a frame of ${length} bytes, at most ${MAX_FRAME_BYTES}`)
      const end = start + HEADER_BYTES + length
      if (this.#rest.length < end) break
      messages.push(JSON.parse(this.#rest.toString('utf8', start + HEADER_BYTES, end)) as Message)
      start = end
    }
    if (start > 0) this.#rest = this.#rest.subarray(start)
    return messages
  }
}
