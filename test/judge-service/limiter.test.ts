import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Limiter } from '../../src/judge-service/limiter.js'
import { deferred, noAbort, settled, type Deferred } from './deferred.js'

test('runs so many at once, and the next when one has ended', async () => {
  const limiter = new Limiter(2)
  const calls = [deferred<string>(), deferred<string>(), deferred<string>()]
  const started: number[] = []
  const results = calls.map(({ promise }, index) =>
    limiter.run(() => {
      started.push(index)
      return promise
    }, noAbort()),
  )
  await settled()
  expect(started).toEqual([0, 1])
  expect(limiter.inFlight).toBe(2)
  calls[1]!.resolve('b')
  expect(await results[1]).toBe('b')
  await settled()
  expect(started).toEqual([0, 1, 2])
  calls[0]!.resolve('a')
  calls[2]!.resolve('c')
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c'])
  expect(limiter.inFlight).toBe(0)
})

test('an error, thrown or rejected, goes to its caller and gives the place back', async () => {
  const limiter = new Limiter(1)
  const thrown = limiter.run(() => {
    throw new Error('thrown')
  }, noAbort())
  const rejected = limiter.run(() => Promise.reject(new Error('rejected')), noAbort())
  await expect(thrown).rejects.toThrow('thrown')
  await expect(rejected).rejects.toThrow('rejected')
  expect(await limiter.run(() => Promise.resolve('still there'), noAbort())).toBe('still there')
  expect(limiter.inFlight).toBe(0)
})

test('what is aborted while it waits rejects with the reason, is never called, and frees nothing', async () => {
  const limiter = new Limiter(1)
  const first = deferred<string>()
  const controller = new AbortController()
  const running = limiter.run(() => first.promise, noAbort())
  const waiting = limiter.run(() => expect.unreachable('it was called'), controller.signal)
  controller.abort(new Error('no longer wanted'))
  await expect(waiting).rejects.toThrow('no longer wanted')
  expect(limiter.inFlight).toBe(1)
  first.resolve('done')
  expect(await running).toBe('done')
  expect(limiter.inFlight).toBe(0)
})

test('what was aborted before it came takes no place', async () => {
  const limiter = new Limiter(1)
  const aborted = AbortSignal.abort(new Error('too late'))
  await expect(limiter.run(() => expect.unreachable('it was called'), aborted)).rejects.toThrow('too late')
  expect(limiter.inFlight).toBe(0)
})

test('what is aborted in the moment in which it gets its place is not called either', async () => {
  const limiter = new Limiter(1)
  const first = deferred<string>()
  const controller = new AbortController()
  const running = limiter.run(() => first.promise, noAbort())
  const waiting = limiter.run(() => expect.unreachable('it was called'), controller.signal)
  const refused = expect(waiting).rejects.toThrow('no longer wanted')
  // The first to hear of the end is the limiter, which hands the place on; we come right behind it.
  void first.promise.then(() => controller.abort(new Error('no longer wanted')))
  first.resolve('done')
  await Promise.all([running, refused])
  expect(limiter.inFlight).toBe(0)
})

/** What a plain queue says of the same calls. */
class Model {
  running: number[] = []
  waiting: number[] = []
  constructor(readonly places: number) {}
  start(id: number): void {
    if (this.running.length < this.places) this.running.push(id)
    else this.waiting.push(id)
  }
  end(id: number): void {
    this.running = this.running.filter((other) => other !== id)
    const next = this.waiting.shift()
    if (next !== undefined) this.running.push(next)
  }
  abort(id: number): void {
    this.waiting = this.waiting.filter((other) => other !== id)
  }
}

const step = fc.oneof(
  fc.constant({ type: 'start' } as const),
  fc.record({ type: fc.constantFrom('end', 'fail', 'abort'), nth: fc.nat(20) }),
)

test('behaves as a queue: never more than allowed, in order of arrival, no place lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 60 }), async (places, steps) => {
      const limiter = new Limiter(places)
      const model = new Model(places)
      const calls: { work: Deferred<null>; controller: AbortController; result: Promise<unknown> }[] = []
      const running = new Set<number>()
      const started: number[] = []
      const expectSame = async () => {
        await settled()
        expect([...running].sort()).toEqual([...model.running].sort())
        expect(limiter.inFlight).toBe(model.running.length)
        expect(running.size).toBeLessThanOrEqual(places)
      }
      const end = (id: number, isFailure: boolean) => {
        if (isFailure) calls[id]!.work.reject(new Error('failed'))
        else calls[id]!.work.resolve(null)
        model.end(id)
      }
      for (const move of steps) {
        if (move.type === 'start') {
          const id = calls.length
          const [work, controller] = [deferred<null>(), new AbortController()]
          const call = () => {
            running.add(id)
            started.push(id)
            return work.promise.finally(() => running.delete(id))
          }
          calls.push({ work, controller, result: limiter.run(call, controller.signal).catch(() => null) })
          model.start(id)
        } else if (move.type === 'abort') {
          const id = move.nth % Math.max(1, calls.length)
          calls[id]?.controller.abort(new Error('aborted'))
          model.abort(id)
        } else {
          const id = model.running[move.nth % Math.max(1, model.running.length)]
          if (id !== undefined) end(id, move.type === 'fail')
        }
        await expectSame()
      }
      expect(started).toEqual([...started].sort((a, b) => a - b))
      while (model.running[0] !== undefined) {
        end(model.running[0], false)
        await expectSame()
      }
      await Promise.all(calls.map(({ result }) => result))
      expect(limiter.inFlight).toBe(0)
    }),
    { numRuns: 60 },
  )
})
