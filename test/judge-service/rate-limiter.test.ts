import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RateLimiter, type RateLimits } from '../../src/judge-service/rate-limiter.js'
import { noAbort } from './deferred.js'
import { HandClock } from './hand-clock.js'

/** Tells when each call began. */
function limiterOf(limits: RateLimits) {
  const clock = new HandClock()
  const limiter = new RateLimiter(limits, clock)
  const begun: number[] = []
  const ask = async (tokens = 0, signal = noAbort()) => {
    const admission = await limiter.admit(tokens, signal)
    begun.push(admission.at)
    return admission
  }
  return { clock, limiter, begun, ask }
}

test('without limits everybody begins at once, and no promise is made', () => {
  const { limiter } = limiterOf({})
  expect(limiter.admit(1_000_000, noAbort())).toEqual({ at: 0, tokens: 1_000_000 })
})

test('no more requests than allowed begin in any minute, in order of arrival', async () => {
  const { clock, begun, ask } = limiterOf({ requestsPerMinute: 2 })
  for (let call = 0; call < 5; call++) void ask()
  await clock.move(0)
  expect(begun).toEqual([0, 0])
  await clock.move(59_999)
  expect(begun).toHaveLength(2)
  await clock.move(1)
  expect(begun).toEqual([0, 0, 60_000, 60_000])
  await clock.move(60_000)
  expect(begun).toEqual([0, 0, 60_000, 60_000, 120_000])
})

test('no more tokens than allowed are expected in any minute; what a call really took counts once it is known', async () => {
  const { clock, begun, ask } = limiterOf({ tokensPerMinute: 100 })
  const first = await ask(60)
  void ask(60)
  await clock.move(30_000)
  expect(begun).toEqual([0])
  first.tokens = 40
  // Whoever comes next is behind the one that waits, for whom there is room now.
  void ask(50)
  await clock.move(0)
  expect(begun).toEqual([0, 30_000])
  await clock.move(30_000)
  expect(begun).toEqual([0, 30_000, 90_000].slice(0, 2))
  await clock.move(30_000)
  expect(begun).toEqual([0, 30_000, 90_000])
})

test('a call larger than the limit begins when nothing else is in the window', async () => {
  const { clock, begun, ask } = limiterOf({ tokensPerMinute: 100 })
  void ask(10)
  void ask(500)
  await clock.move(60_000)
  expect(begun).toEqual([0, 60_000])
})

test('a pause holds up everyone, and several at once are one', async () => {
  const { clock, limiter, begun, ask } = limiterOf({})
  for (let told = 0; told < 8; told++) limiter.pause(1_000)
  void ask()
  void ask()
  await clock.move(999)
  expect(begun).toEqual([])
  await clock.move(1)
  expect(begun).toEqual([1_000, 1_000])
})

test('who is cancelled while waiting makes room', async () => {
  const { clock, begun, ask } = limiterOf({ requestsPerMinute: 1 })
  const controller = new AbortController()
  await ask()
  const cancelled = ask(0, controller.signal)
  void ask()
  controller.abort(new Error('stopped'))
  await expect(cancelled).rejects.toThrow('stopped')
  await clock.move(60_000)
  expect(begun).toEqual([0, 60_000])
})

test('property: in no window of 60 seconds more than allowed, and nobody waits for ever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 25 }),
      async (requestsPerMinute, gaps) => {
        const { clock, begun, ask } = limiterOf({ requestsPerMinute })
        for (const gap of gaps) {
          void ask()
          await clock.move(gap)
        }
        await clock.move(60_000 * gaps.length)
        expect(begun).toHaveLength(gaps.length)
        for (const [index, at] of begun.entries()) {
          const other = begun[index + requestsPerMinute]
          if (other !== undefined) expect(other - at).toBeGreaterThanOrEqual(60_000)
        }
      },
    ),
    { numRuns: 50 },
  )
})
