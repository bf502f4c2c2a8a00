import { randomBytes, timingSafeEqual } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Cancellation } from '../judges/cancellation.js'
import { FrameWriter } from './frame-writer.js'
import { FrameDecoder } from './frames.js'
import { JudgeFailure, type JudgeQuestion, type JudgeService } from './judge-service.js'
import type { ClientMessage, ServiceAddress, ServiceMessage } from './protocol.js'
import type { RecordedReplies } from './recorded-replies.js'

export interface JudgeServer {
  readonly address: ServiceAddress
  /** Ends every connection and removes the socket; open questions are cancelled. */
  close(): Promise<void>
}

export interface JudgeServerOptions {
  service: JudgeService
  replies: RecordedReplies
  /** Folder that test files are named from, absolute. */
  root: string
  /** A worker has read a dataset. */
  onWatch: (path: string, testFile: string) => void
}

/** Listens on a local socket of this user for the run's workers. Nothing is reachable from the network. */
export async function startJudgeServer(options: JudgeServerOptions): Promise<JudgeServer> {
  const secret = randomBytes(32).toString('hex')
  const connections = new Set<Socket>()
  const server = createServer((socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
    serve(socket, secret, options)
  })
  const folder = process.platform === 'win32' ? undefined : await mkdtemp(join(tmpdir(), 'vitest-judge-'))
  const path =
    folder === undefined ? `\\\\.\\pipe\\vitest-judge-${randomBytes(16).toString('hex')}` : join(folder, 'service.sock')
  // Ctrl-C ends Vitest without closing it.
  const removeFolder = () => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', removeFolder)
  await listen(server, path)
  server.unref()
  return {
    address: { path, secret },
    async close() {
      for (const socket of connections) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      removeFolder()
      process.off('exit', removeFolder)
    },
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** One worker. When it goes, however it goes, its questions are cancelled and their places freed. */
function serve(socket: Socket, secret: string, { service, replies, root, onWatch }: JudgeServerOptions): void {
  const decoder = new FrameDecoder<ClientMessage>()
  const frames = new FrameWriter(socket)
  const open = new Map<number, Cancellation>()
  let asker: Asker | undefined

  const send = (message: ServiceMessage) => {
    if (!socket.destroyed) frames.write(message)
  }

  const answer = async (message: Extract<ClientMessage, { type: 'judge' }>, { project, file }: Asker) => {
    const { id, judge, trial, request } = message
    const cancellation = new Cancellation()
    open.set(id, cancellation)
    const onWaiting = (isWaiting: boolean) => send({ type: 'waiting', id, isWaiting })
    try {
      const result = await service.judge({ project, file, judge, trial, request }, cancellation, onWaiting)
      send({ type: 'judged', id, ...result })
    } catch (error) {
      if (cancellation.aborted) return
      const identity =
        error instanceof JudgeFailure ? error.judge : { name: judge ?? 'judge', kind: 'code' as const, fingerprint: '' }
      send({ type: 'failed', id, message: messageOf(error), judge: identity })
    } finally {
      open.delete(id)
    }
  }

  const recall = async ({ id, call }: Extract<ClientMessage, { type: 'recall' }>, from: Asker) => {
    try {
      send({ type: 'recalled', id, recall: await replies.recall(from, call) })
    } catch (error) {
      send({ type: 'failed', id, message: messageOf(error) })
    }
  }

  const receive = (message: ClientMessage) => {
    if (message.type === 'hello') {
      if (!isSame(message.secret, secret)) socket.destroy()
      else asker = { project: message.project, file: fromRoot(root, message.testFile) }
    } else if (asker === undefined) socket.destroy()
    else if (message.type === 'judge') void answer(message, asker)
    else if (message.type === 'recall') void recall(message, asker)
    else if (message.type === 'keep') void replies.keep(asker, message.call, message.answer)
    else if (message.type === 'cancel') open.get(message.id)?.abort(new Error('cancelled by the test'))
    else onWatch(message.path, message.testFile)
  }

  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of decoder.push(chunk)) receive(message)
    } catch {
      // Not a worker of ours: no worker sends a broken frame.
      socket.destroy()
    }
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    for (const cancellation of open.values()) cancellation.abort(new Error('the worker has gone'))
  })
}

/** Who is at the other end of a connection. */
type Asker = Pick<JudgeQuestion, 'project' | 'file'>

function fromRoot(root: string, testFile: string | undefined): string | undefined {
  return testFile === undefined ? undefined : relative(root, testFile).replaceAll('\\', '/')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function isSame(given: string, secret: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}
