import type { Socket } from 'node:net'
import { encodeFrame } from './frames.js'

// Taken before any test file runs: under fake timers nothing would ever be sent.
const { setImmediate } = globalThis

/** Sends messages as frames. Those of one turn of the event loop leave together, which saves most of the system calls. */
export class FrameWriter {
  readonly #socket: Socket
  #isCorked = false

  constructor(socket: Socket) {
    this.#socket = socket
  }

  /** @throws {RangeError} on a message too large to send */
  write(message: unknown): void {
    const frame = encodeFrame(message)
    if (!this.#isCorked) {
      this.#isCorked = true
      this.#socket.cork()
      setImmediate(() => {
        this.#isCorked = false
        this.#socket.uncork()
      })
    }
    this.#socket.write(frame)
  }
}
