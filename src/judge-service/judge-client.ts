import net from 'node:net'
import type { CancelSignal } from '../judges/cancellation.js'
import type { JudgementRequest } from '../judges/judge.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'
import { FrameWriter } from './frame-writer.js'
import { FrameDecoder } from './frames.js'
import type {
  AssistantQuestion,
  ClientMessage,
  JudgeAnswer,
  Recall,
  RecordedAnswer,
  ServiceAddress,
  ServiceMessage,
} from './protocol.js'

// Taken before any test file runs, so that code under test which patches `net` cannot get between us and the service.
const { Socket } = net
// Under fake timers no answer would ever be told.
const { setImmediate } = globalThis
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its socket below
const connect: (this: net.Socket, path: string) => net.Socket = Socket.prototype.connect

/** The judge could not answer. `judge` says which one was asked. */
export class JudgeUnavailableError extends Error {
  override name = 'JudgeUnavailableError'
  constructor(
    message: string,
    readonly judge: JudgeIdentity | undefined,
  ) {
    super(message)
  }

  /** By name: where this file is loaded twice, there are two such classes. */
  static is(error: unknown): error is JudgeUnavailableError {
    return error instanceof Error && error.name === 'JudgeUnavailableError'
  }
}

/** Of a judge that was asked. */
const ANSWERS_A_TURN = 3

interface Pending {
  resolve: (answer: JudgeAnswer) => void
  reject: (error: Error) => void
  onWaiting?: ((isWaiting: boolean) => void) | undefined
}

interface PendingRecall {
  resolve: (recall: Recall) => void
  reject: (error: Error) => void
}

/** A worker's line to the judge service: connects at the first question and keeps nobody's process alive while idle. */
export class JudgeClient {
  readonly #address: ServiceAddress
  readonly #project: string
  readonly #testFile: () => string | undefined
  readonly #pending = new Map<number, Pending>()
  readonly #recalls = new Map<number, PendingRecall>()
  #socket: net.Socket | undefined
  #frames: FrameWriter | undefined
  #nextId = 0
  /** Answers that have come and are not told yet. */
  readonly #arrived: ServiceMessage[] = []
  #isDelivering = false

  /** @param testFile the one under way when a connection is opened, absolute; each file has connections of its own */
  constructor(address: ServiceAddress, project: string, testFile: () => string | undefined = () => undefined) {
    this.#address = address
    this.#project = project
    this.#testFile = testFile
  }

  /**
   * @throws {JudgeUnavailableError} where the judge failed, or the service is gone
   * @throws the signal's reason, once it is aborted; the call's place at the service is freed
   */
  judge(
    request: JudgementRequest,
    options: {
      judge?: string | undefined
      trial: number
      signal?: CancelSignal | undefined
      /** Told when the question waits for its turn, and when it goes on. */
      onWaiting?: (isWaiting: boolean) => void
    },
  ): Promise<JudgeAnswer> {
    const { judge, trial, signal, onWaiting } = options
    const id = this.#nextId++
    return new Promise<JudgeAnswer>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason)
        return
      }
      const onAbort = () => {
        if (!this.#settle(id)) return
        this.#send({ type: 'cancel', id })
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      const done = () => signal?.removeEventListener('abort', onAbort)
      this.#pending.set(id, {
        resolve: (answer) => {
          done()
          resolve(answer)
        },
        reject: (error) => {
          done()
          reject(error)
        },
        onWaiting,
      })
      this.#send({ type: 'judge', id, trial, request, ...(judge === undefined ? {} : { judge }) })
      this.#socket?.ref()
    })
  }

  /**
   * Looks for a recorded reply.
   *
   * @throws {Error} where the recordings cannot be read, or the service is gone
   */
  recall(call: AssistantQuestion): Promise<Recall> {
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#recalls.set(id, { resolve, reject })
      this.#send({ type: 'recall', id, call })
      this.#socket?.ref()
    })
  }

  /** Has a reply recorded. */
  keep(call: AssistantQuestion, answer: RecordedAnswer): void {
    this.#send({ type: 'keep', call, answer })
  }

  /** Asks the main process to rerun `testFile` when `path` changes. */
  watchFile(path: string, testFile: string): void {
    this.#send({ type: 'watch', path, testFile })
  }

  close(): void {
    const socket = this.#socket
    if (socket === undefined) return
    socket.end()
    this.#lose(socket, 'connection closed')
  }

  #send(message: ClientMessage): void {
    this.#socket ??= this.#open()
    this.#frames?.write(message)
  }

  #open(): net.Socket {
    const socket = new Socket()
    const decoder = new FrameDecoder<ServiceMessage>()
    let failure: Error | undefined
    socket.on('data', (chunk: Buffer) => {
      this.#arrived.push(...decoder.push(chunk))
      if (!this.#isDelivering) this.#deliver()
    })
    socket.on('error', (error) => {
      failure = error
    })
    socket.on('close', () => {
      this.#lose(socket, failure?.message ?? 'connection closed')
    })
    connect.call(socket, this.#address.path)
    socket.unref()
    this.#frames = new FrameWriter(socket)
    const testFile = this.#testFile()
    this.#frames.write({
      type: 'hello',
      secret: this.#address.secret,
      project: this.#project,
      ...(testFile !== undefined && { testFile }),
    })
    return socket
  }

  /** What was asked over this connection is lost; over a later one, nothing. */
  #lose(socket: net.Socket, reason: string): void {
    if (this.#socket !== socket) return
    this.#socket = undefined
    const error = new JudgeUnavailableError(
      `the judge service in Vitest's main process is gone (${reason}); run the tests again`,
      undefined,
    )
    for (const { reject } of [...this.#pending.values(), ...this.#recalls.values()]) reject(error)
    this.#pending.clear()
    this.#recalls.clear()
  }

  /**
   * A few answers a turn of the event loop. Were all that have come settled at once, their tests would go on step by step together,
   * and the next questions would leave together when the last of them is done; and a turn for each costs as much as telling it.
   * What is replayed nobody waits for: of that, the sooner all is told, the sooner all is asked.
   */
  #deliver(): void {
    let asked = 0
    let count = 0
    for (const message of this.#arrived) {
      if (isOfJudge(message) && ++asked > ANSWERS_A_TURN) break
      count++
    }
    for (const message of this.#arrived.splice(0, count)) this.#receive(message)
    this.#isDelivering = this.#arrived.length > 0
    if (this.#isDelivering) setImmediate(() => this.#deliver())
  }

  #receive(message: ServiceMessage): void {
    const { id } = message
    switch (message.type) {
      case 'judged':
        this.#settle(id)?.resolve(answerIn(message))
        break
      case 'waiting':
        this.#pending.get(id)?.onWaiting?.(message.isWaiting)
        break
      case 'recalled':
        this.#settleRecall(id)?.resolve(message.recall)
        break
      case 'failed':
        this.#settle(id)?.reject(new JudgeUnavailableError(message.message, message.judge))
        this.#settleRecall(id)?.reject(new Error(message.message))
    }
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id)
    this.#pending.delete(id)
    this.#rest()
    return pending
  }

  #settleRecall(id: number): PendingRecall | undefined {
    const pending = this.#recalls.get(id)
    this.#recalls.delete(id)
    this.#rest()
    return pending
  }

  #rest(): void {
    if (this.#pending.size === 0 && this.#recalls.size === 0) this.#socket?.unref()
  }
}

function isOfJudge(message: ServiceMessage): boolean {
  return message.type === 'judged' ? message.served === undefined : message.type === 'failed'
}

function answerIn({ judgement, judge, known, served }: JudgeAnswer): JudgeAnswer {
  const answer: JudgeAnswer = { judgement, judge }
  if (known !== undefined) answer.known = known
  if (served !== undefined) answer.served = served
  return answer
}
