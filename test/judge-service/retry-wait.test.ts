import { expect, test } from 'vitest'
import { retryWait } from '../../src/judge-service/retry-wait.js'
import { JudgeError, type JudgeErrorReason } from '../../src/judges/judge-error.js'

const settings = { maxRetries: 2, random: () => 1 }
const none = { failures: 0, rateLimits: 0 }
const error = (reason: JudgeErrorReason, retryAfterMs?: number) =>
  new JudgeError('down', { reason, ...(retryAfterMs !== undefined && { retryAfterMs }) })

test('waits twice as long each time, up to eight seconds, and gives up after so many failures', () => {
  const waits = [0, 1, 2, 3, 4, 5].map((failures) =>
    retryWait(error('server'), { failures, rateLimits: 0 }, { ...settings, maxRetries: 9 }),
  )
  expect(waits.map((wait) => wait?.ms)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000])
  expect(retryWait(error('server'), { failures: 2, rateLimits: 0 }, settings)).toBeUndefined()
})

test('a random part between half and all is waited', () => {
  expect(retryWait(error('timeout'), none, { ...settings, random: () => 0 })?.ms).toBe(250)
})

test('as long as the provider says', () => {
  expect(retryWait(error('rate_limit', 3_000), none, settings)).toEqual({ kind: 'rate limit', ms: 3_000 })
  expect(retryWait(error('server', 3_000), none, settings)).toEqual({ kind: 'failure', ms: 3_000 })
})

test('too many requests are counted apart, and end where waiting does not help', () => {
  expect(retryWait(error('rate_limit', 1), { failures: 2, rateLimits: 5 }, settings)).toBeDefined()
  expect(retryWait(error('rate_limit', 1), { failures: 0, rateLimits: 6 }, settings)).toBeUndefined()
  expect(retryWait(error('rate_limit', 3_600_000), none, settings)).toBeUndefined()
  expect(retryWait(error('rate_limit'), none, { ...settings, maxRetries: 0 })).toBeUndefined()
})

test.each(['auth', 'model', 'request', 'malformed', 'unavailable', 'cancelled'] as const)('%s stays', (reason) => {
  expect(retryWait(error(reason), none, settings)).toBeUndefined()
})

test('what is no error of a judge stays', () => {
  expect(retryWait(new Error('a bug'), none, settings)).toBeUndefined()
})
