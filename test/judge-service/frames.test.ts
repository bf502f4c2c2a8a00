import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeFrame, FrameDecoder } from '../../src/judge-service/frames.js'

/** The bytes, cut at these places. */
function cutAt(bytes: Buffer, cuts: number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length))
}

/** JSON has no -0. */
const message = fc.jsonValue({ stringUnit: 'grapheme' }).map((value): unknown => JSON.parse(JSON.stringify(value)))

test('however the bytes are cut into chunks, the messages are the same', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), fc.array(fc.nat(), { maxLength: 12 }), (messages, cuts) => {
      const decoder = new FrameDecoder<unknown>()
      const bytes = Buffer.concat(messages.map(encodeFrame))
      expect(cutAt(bytes, cuts).flatMap((chunk) => decoder.push(chunk))).toEqual(messages)
    }),
  )
})

test('byte by byte, also within a character of four bytes', () => {
  const decoder = new FrameDecoder<unknown>()
  const bytes = encodeFrame({ reply: 'Grüße 👋' })
  const received = [...bytes].map((byte) => decoder.push(Buffer.from([byte])))
  expect(received.slice(0, -1).flat()).toEqual([])
  expect(received.at(-1)).toEqual([{ reply: 'Grüße 👋' }])
})

test('a message is given as soon as it is whole, and what follows waits', () => {
  const decoder = new FrameDecoder<unknown>()
  const [first, second] = [encodeFrame('one'), encodeFrame('two')]
  expect(decoder.push(Buffer.concat([first, second.subarray(0, 6)]))).toEqual(['one'])
  expect(decoder.push(second.subarray(6))).toEqual(['two'])
})

test('a length that no frame has is refused before its bytes are waited for', () => {
  const header = Buffer.alloc(4)
  header.writeUInt32BE(64 * 1024 * 1024 + 1)
  expect(() => new FrameDecoder().push(header)).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: a frame of 67108865 bytes, at most 67108864]`,
  )
  const http = Buffer.from('GET / HTTP/1.1\r\n\r\n')
  expect(() => new FrameDecoder().push(http)).toThrow(RangeError)
})

test('what is no JSON is refused', () => {
  const frame = encodeFrame('x')
  frame.write('{', 4)
  expect(() => new FrameDecoder().push(frame)).toThrow(SyntaxError)
})
