import { expect, test } from 'vitest'
import { BudgetError } from '../../src/judge-service/budget.js'
import { JudgeCaller, type CallLimits } from '../../src/judge-service/judge-caller.js'
import { JudgeError } from '../../src/judges/judge-error.js'
import type { Judge, Judgement, JudgementRequest } from '../../src/judges/judge.js'
import { panelJudge } from '../../src/judges/panel-judge.js'
import { noAbort, settled } from './deferred.js'
import { HandClock } from './hand-clock.js'

const request: JudgementRequest = { metric: 'intent', input: 'Hi', reply: 'Hello!', intent: 'greeting' }
const good: Judgement = { value: 1, rationale: 'Yes.' }

/** A judge that answers what it is told to, one after the other, then well. */
function callerOf(
  answers: (Judgement | Error | 'hang')[],
  limits: Partial<CallLimits> = {},
  more: Partial<Judge> = {},
) {
  const clock = new HandClock()
  const asked: number[] = []
  const spent: BudgetError[] = []
  const judge: Judge = {
    name: 'acme/tone',
    kind: 'llm',
    fingerprint: 'f1',
    maxRetries: 2,
    judge(_request, { maxRetries } = {}) {
      expect(maxRetries).toBe(0)
      asked.push(clock.now())
      const answer = answers.shift() ?? good
      if (answer === 'hang') return new Promise(() => undefined)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    ...more,
  }
  const caller = new JudgeCaller({
    limits: { maxInFlight: 8, timeoutMs: 5_000, ...limits },
    onBudgetSpent: (error) => spent.push(error),
    clock,
    random: () => 1,
  })
  const waits: boolean[] = []
  const call = (signal = noAbort()) =>
    caller.call({ judge, request, trial: 0, signal, onWaiting: (isWaiting) => waits.push(isWaiting) })
  return { caller, clock, asked, spent, waits, call }
}

const busy = (retryAfterMs?: number) =>
  new JudgeError('429', { reason: 'rate_limit', ...(retryAfterMs !== undefined && { retryAfterMs }) })
const down = () => new JudgeError('500', { reason: 'server' })

test('a failure that passes is asked again after a wait, and how often is said in the end', async () => {
  const { call, clock, asked } = callerOf([down(), down(), down()])
  const failed = expect(call()).rejects.toThrow('500 (asked 3 times)')
  await clock.move(500)
  await clock.move(1_000)
  await failed
  expect(asked).toEqual([0, 500, 1_500])
})

test('too many requests pause everybody once, however many are told so', async () => {
  const { call, clock, asked } = callerOf(Array.from({ length: 8 }, () => busy(1_000)))
  const calls = Array.from({ length: 10 }, () => call())
  await settled()
  expect(asked).toHaveLength(8)
  expect(asked.filter((at) => at > 0)).toEqual([])
  await clock.move(999)
  expect(asked.filter((at) => at > 0)).toEqual([])
  await clock.move(1)
  expect(await Promise.all(calls)).toHaveLength(10)
  expect(asked.filter((at) => at > 0)).toEqual(Array(10).fill(1_000))
})

test('a call that begins during the pause waits too, and says so', async () => {
  const { call, clock, asked, waits } = callerOf([busy(1_000)])
  const first = call()
  await settled()
  const second = call()
  await settled()
  expect(asked).toHaveLength(1)
  expect(waits).toEqual([true, true])
  await clock.move(1_000)
  await Promise.all([first, second])
  expect(waits).toEqual([true, true, false, false])
})

test('an attempt that hangs is given up and made again', async () => {
  const { call, clock, asked } = callerOf(['hang'])
  const answered = call()
  await clock.move(5_000)
  await clock.move(500)
  expect(await answered).toEqual(good)
  expect(asked).toEqual([0, 5_500])
})

test('the run has its time, and nobody is asked after it', async () => {
  const { caller, call, clock, asked } = callerOf(['hang'], { runTimeoutMs: 2_000 })
  const failed = expect(call()).rejects.toThrowErrorMatchingInlineSnapshot(
    `[JudgeError: judging took longer than the 2000 ms that this run has for it: replay what is recorded, run fewer tests, or raise judge({ limits: { runTimeoutMs } })]`,
  )
  await clock.move(2_000)
  await failed
  await expect(call()).rejects.toThrow('longer than the 2000 ms')
  expect(asked).toEqual([0])
  caller.startRun()
  expect(await call()).toEqual(good)
})

test('a cancelled call neither waits nor is made again', async () => {
  const controller = new AbortController()
  const { call, clock, asked } = callerOf([down()])
  const failed = expect(call(controller.signal)).rejects.toThrow('stopped')
  await settled()
  controller.abort(new Error('stopped'))
  await failed
  await clock.move(60_000)
  expect(asked).toEqual([0])
})

test('what a call may cost is held against the budget before it is made, and what calls really cost is learned', async () => {
  const usage = { inputTokens: 300, outputTokens: 50 }
  const { caller, call, asked, spent } = callerOf(
    Array.from({ length: 9 }, () => ({ ...good, usage })),
    { budget: { tokens: 2_000 } },
  )
  let made = 0
  const failed = await (async () => {
    for (;;) {
      try {
        await call()
        made++
      } catch (error) {
        return error as Error
      }
    }
  })()
  expect(failed).toBeInstanceOf(BudgetError)
  expect(made * 350).toBeLessThanOrEqual(2_000)
  expect(made).toBeGreaterThanOrEqual(4)
  expect(asked).toHaveLength(made)
  await expect(call()).rejects.toThrow(BudgetError)
  expect(asked).toHaveLength(made)
  expect(new Set(spent).size).toBe(1)
  caller.startRun()
  expect(await call()).toMatchObject(good)
})

test('in dollars, by the price of the judge', async () => {
  const price = { inputPerMillion: 1_000, outputPerMillion: 0 }
  const { call, asked } = callerOf([], { budget: { usd: 0.5 } }, { price })
  await expect(call()).rejects.toThrow(/budget of \$0\.5000.*about \$0\.7\d+ next/)
  expect(asked).toEqual([])
})

test('the members of a panel are limited, and the panel itself takes no place', async () => {
  let underWay = 0
  let most = 0
  const member = (name: string): Judge => ({
    name,
    kind: 'llm',
    fingerprint: name,
    async judge() {
      most = Math.max(most, ++underWay)
      await settled()
      underWay--
      return { ...good, usage: { inputTokens: 1, outputTokens: 1 } }
    },
  })
  const caller = new JudgeCaller({ limits: { maxInFlight: 2, timeoutMs: 5_000 } })
  const panel = panelJudge([member('a'), member('b'), member('c')])
  const judgements = await Promise.all(
    [0, 1, 2, 3].map((trial) => caller.call({ judge: panel, request, trial, signal: noAbort() })),
  )
  expect(judgements.map(({ usage }) => usage)).toEqual(Array(4).fill({ inputTokens: 3, outputTokens: 3 }))
  expect(most).toBe(2)
})
