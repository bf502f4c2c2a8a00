import type { Judge, JudgeCallOptions, Judgement, JudgementRequest, JudgeUsage, ModelPrice } from '../judges/judge.js'
import { JudgeError } from '../judges/judge-error.js'
import { priceOf, type Prices } from '../judges/prices.js'
import { validateJudgement } from '../judges/validate-judgement.js'
import { Budget, BudgetError, type BudgetLimits } from './budget.js'
import { Cancellation, type CancelSignal } from '../judges/cancellation.js'
import { systemClock, type Clock } from './clock.js'
import { Limiter } from './limiter.js'
import { RateLimiter, type RateLimits } from './rate-limiter.js'
import { retryWait, type Retries } from './retry-wait.js'
import { TokenEstimate } from './token-estimate.js'

export interface CallLimits extends RateLimits {
  maxInFlight: number
  /** Milliseconds that one attempt may take. */
  timeoutMs: number
  /** Milliseconds from the run's first call, after which no call is made or waited for; absent: no end. */
  runTimeoutMs?: number | undefined
  budget?: BudgetLimits | undefined
  /** The user's own, which go before the list. */
  prices?: Prices | undefined
}

export interface JudgeCall {
  judge: Judge
  request: JudgementRequest
  trial: number
  signal: CancelSignal
  /** Told when the call begins to wait for its turn, and when it goes on. */
  onWaiting?: ((isWaiting: boolean) => void) | undefined
}

export interface JudgeCallerOptions {
  limits: CallLimits
  /** Told once, when the budget ends the run. */
  onBudgetSpent?: (error: BudgetError) => void
  clock?: Clock
  /** 0..1 */
  random?: () => number
}

/**
 * Makes the calls to judges, for the whole run: places → rate and pauses → budget → attempt → retries.
 *
 * A call keeps its place while it waits to be made again, so that no more than `maxInFlight` are ever under way. "Too many
 * requests" pauses every call, since the next would be told the same.
 */
export class JudgeCaller {
  readonly #limits: CallLimits
  readonly #onBudgetSpent: (error: BudgetError) => void
  readonly #clock: Clock
  readonly #random: () => number
  readonly #places: Limiter
  readonly #rate: RateLimiter
  readonly #prices = new Map<string, ModelPrice | undefined>()
  readonly #estimates = new Map<string, TokenEstimate>()
  #budget: Budget
  #deadline: number | undefined

  constructor({
    limits,
    onBudgetSpent = () => undefined,
    clock = systemClock,
    random = Math.random,
  }: JudgeCallerOptions) {
    this.#limits = limits
    this.#onBudgetSpent = onBudgetSpent
    this.#clock = clock
    this.#random = random
    this.#places = new Limiter(limits.maxInFlight)
    this.#rate = new RateLimiter(limits, clock)
    this.#budget = new Budget(limits.budget ?? {})
  }

  /** A new run of watch mode has its own budget and its own time. */
  startRun(): void {
    this.#budget = new Budget(this.#limits.budget ?? {})
    this.#deadline = undefined
  }

  /**
   * @throws what the judge throws; {@link JudgeError} where its answer is none; {@link BudgetError}
   * @throws the signal's reason, once it is aborted
   */
  async call(call: JudgeCall): Promise<Judgement> {
    this.#deadline ??= this.#clock.now() + (this.#limits.runTimeoutMs ?? Infinity)
    if (call.judge.members !== undefined) return this.#composite(call)
    return this.#places.run(() => this.#untilAnswered(call), call.signal, call.onWaiting)
  }

  /** It takes no place itself, in which its members could not be asked; each of them does. */
  async #composite(call: JudgeCall): Promise<Judgement> {
    const { judge, request, trial, signal } = call
    const controller = new AbortController()
    const cancel = () => controller.abort(signal.reason)
    signal.addEventListener('abort', cancel, { once: true })
    try {
      const judgement = await judge.judge(request, {
        signal: controller.signal,
        trial,
        ask: (member, asked) => this.call({ ...call, judge: member, request: asked }),
      })
      return validateJudgement(judge.name, judgement)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  async #untilAnswered(call: JudgeCall): Promise<Judgement> {
    const { judge, signal } = call
    const retries: Retries = { failures: 0, rateLimits: 0 }
    for (;;) {
      try {
        return await this.#attempt(call)
      } catch (error) {
        signal.throwIfAborted()
        const wait = retryWait(error, retries, { maxRetries: judge.maxRetries ?? 0, random: this.#random })
        if (wait === undefined) throw withAttempts(error, retries)
        if (wait.kind === 'rate limit') {
          retries.rateLimits++
          this.#rate.pause(wait.ms)
        } else {
          retries.failures++
          await this.#sleep(wait.ms, signal)
        }
      }
    }
  }

  async #attempt(call: JudgeCall): Promise<Judgement> {
    const { judge, request, signal, onWaiting } = call
    const needsEstimate = this.#budget.isLimited || this.#limits.tokensPerMinute !== undefined
    const characters = needsEstimate ? JSON.stringify(request).length : 0
    const estimate = needsEstimate ? this.#estimateOf(judge) : undefined
    const expected = this.#priced(judge, estimate?.of(characters) ?? { inputTokens: 0, outputTokens: 0 })
    let admission = this.#rate.admit(expected.inputTokens + expected.outputTokens, signal)
    if (admission instanceof Promise) {
      onWaiting?.(true)
      try {
        admission = await admission
      } finally {
        onWaiting?.(false)
      }
    }
    const reservation = this.#reserve(expected)
    let usage: JudgeUsage | undefined
    try {
      const judgement = await this.#once(call)
      if (judgement.usage === undefined) return judgement
      usage = this.#priced(judge, judgement.usage)
      return usage === judgement.usage ? judgement : { ...judgement, usage }
    } catch (error) {
      if (error instanceof JudgeError && error.usage !== undefined) usage = this.#priced(judge, error.usage)
      throw error
    } finally {
      this.#budget.settle(reservation, usage)
      if (usage !== undefined) {
        admission.tokens = usage.inputTokens + usage.outputTokens
        estimate?.learn(characters, usage)
      }
    }
  }

  #reserve(expected: JudgeUsage) {
    try {
      return this.#budget.reserve(expected)
    } catch (error) {
      if (error instanceof BudgetError) this.#onBudgetSpent(error)
      throw error
    }
  }

  /** One request to the judge. */
  #once({ judge, request, trial, signal }: JudgeCall): Promise<Judgement> {
    const call = new Cancellation()
    const left = (this.#deadline ?? Infinity) - this.#clock.now()
    if (left <= 0) return Promise.reject(this.#runIsOver())
    return new Promise((resolve, reject) => {
      // A judge need not listen to its signal: whoever waits for it is let go all the same, and so is its place.
      const end = (reason: unknown) => {
        settle()
        call.abort(reason)
        reject(reason)
      }
      const cancel = () => end(signal.reason)
      const callOff = this.#clock.after(Math.min(this.#limits.timeoutMs, left), () => {
        end(left < this.#limits.timeoutMs ? this.#runIsOver() : this.#tookTooLong(judge))
      })
      const settle = () => {
        callOff()
        signal.removeEventListener('abort', cancel)
      }
      signal.addEventListener('abort', cancel, { once: true })
      const answer = async () => {
        try {
          const answered = await judge.judge(request, singleCall(call, trial))
          resolve(validateJudgement(judge.name, answered))
        } catch (error) {
          reject(error)
        }
        settle()
      }
      void answer()
    })
  }

  #tookTooLong({ name }: Judge): JudgeError {
    const remedy = 'see whether the provider is up, or give it longer with judge({ limits: { timeoutMs } })'
    return new JudgeError(`${name} did not answer within ${this.#limits.timeoutMs} ms: ${remedy}`, {
      reason: 'timeout',
    })
  }

  #runIsOver(): JudgeError {
    const { runTimeoutMs = 0 } = this.#limits
    return new JudgeError(
      `judging took longer than the ${runTimeoutMs} ms that this run has for it: ` +
        'replay what is recorded, run fewer tests, or raise judge({ limits: { runTimeoutMs } })',
      { reason: 'cancelled' },
    )
  }

  #sleep(ms: number, signal: CancelSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        callOff()
        reject(signal.reason)
      }
      const callOff = this.#clock.after(ms, () => {
        signal.removeEventListener('abort', onAbort)
        resolve()
      })
      signal.addEventListener('abort', onAbort, { once: true })
    })
  }

  /** What it cost, as the judge says, or else by the price of its model; unknown stays unknown. */
  #priced(judge: Judge, usage: JudgeUsage): JudgeUsage {
    if (usage.costUsd !== undefined) return usage
    const found = this.#priceOf(judge)
    if (found === undefined) return usage
    const { inputPerMillion, outputPerMillion } = found
    return {
      ...usage,
      costUsd: (usage.inputTokens * inputPerMillion + usage.outputTokens * outputPerMillion) / 1_000_000,
    }
  }

  /** Looked up once for each judge. */
  #priceOf(judge: Judge): ModelPrice | undefined {
    const { model, price } = judge
    if (price !== undefined || model === undefined) return price
    if (!this.#prices.has(model)) this.#prices.set(model, priceOf(model, this.#limits.prices))
    return this.#prices.get(model)
  }

  #estimateOf({ fingerprint }: Judge): TokenEstimate {
    let estimate = this.#estimates.get(fingerprint)
    if (estimate === undefined) {
      estimate = new TokenEstimate()
      this.#estimates.set(fingerprint, estimate)
    }
    return estimate
  }
}

/**
 * How one attempt is made. The judge's own retries would hold a place and know nothing of the other calls; the signal, which most
 * judges do not read, is made where one does.
 */
function singleCall(cancellation: Cancellation, trial: number): JudgeCallOptions {
  return {
    cancellation,
    get signal() {
      return cancellation.signal
    },
    trial,
    maxRetries: 0,
  }
}

function withAttempts(error: unknown, { failures, rateLimits }: Retries): unknown {
  const attempts = failures + rateLimits + 1
  if (attempts > 1 && error instanceof Error) error.message = `${error.message} (asked ${attempts} times)`
  return error
}
