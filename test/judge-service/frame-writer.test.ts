import { once } from 'node:events'
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { FrameWriter } from '../../src/judge-service/frame-writer.js'
import { FrameDecoder } from '../../src/judge-service/frames.js'

async function connected(): Promise<{ near: Socket; far: Socket }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const near = createConnection((server.address() as AddressInfo).port, '127.0.0.1')
  const [far] = (await once(server, 'connection')) as [Socket]
  onTestFinished(() => {
    near.destroy()
    far.destroy()
    server.close()
  })
  return { near, far }
}

test('messages of one turn leave together, in order', async () => {
  const { near, far } = await connected()
  const writer = new FrameWriter(near)
  for (let index = 0; index < 50; index++) writer.write({ index })
  const [chunk] = (await once(far, 'data')) as [Buffer]
  const messages = new FrameDecoder<{ index: number }>().push(chunk)
  expect(messages.map(({ index }) => index)).toEqual(Array.from({ length: 50 }, (_, index) => index))
})

test('what is written before the end arrives before the end', async () => {
  const { near, far } = await connected()
  const decoder = new FrameDecoder<string>()
  const messages: string[] = []
  far.on('data', (chunk: Buffer) => messages.push(...decoder.push(chunk)))
  new FrameWriter(near).write('last words')
  near.end()
  await once(far, 'end')
  expect(messages).toEqual(['last words'])
})
