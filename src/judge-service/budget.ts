import type { JudgeUsage } from '../judges/judge.js'

export interface BudgetLimits {
  /** US dollars that the judges of a run may cost; absent: any amount. */
  usd?: number | undefined
  /** Tokens that they may take, input and output; absent: any number. */
  tokens?: number | undefined
}

/** The next call could exceed the budget: the run ends here. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError'
}

/** What a call may come to, set aside until it has answered. */
export interface Reservation {
  usd: number
  tokens: number
}

/** Keeps the sum of a run's judge calls below what its user allows. Once a call was refused, all are. */
export class Budget {
  readonly #limits: BudgetLimits
  #spent: Reservation = { usd: 0, tokens: 0 }
  #reserved: Reservation = { usd: 0, tokens: 0 }
  #exhausted: BudgetError | undefined

  constructor(limits: BudgetLimits) {
    this.#limits = limits
  }

  get isLimited(): boolean {
    return this.#limits.usd !== undefined || this.#limits.tokens !== undefined
  }

  /** @throws {BudgetError} where the call could exceed what is left */
  reserve(expected: JudgeUsage): Reservation {
    if (this.#exhausted !== undefined) throw this.#exhausted
    const reservation = amountOf(expected)
    for (const unit of ['usd', 'tokens'] as const) {
      const limit = this.#limits[unit]
      if (limit === undefined) continue
      const committed = this.#spent[unit] + this.#reserved[unit]
      if (committed + reservation[unit] <= limit) continue
      this.#exhausted = new BudgetError(
        `expected to stay within the budget of ${show(limit, unit)}, got ${show(this.#spent[unit], unit)} spent` +
          `${this.#reserved[unit] > 0 ? `, ${show(this.#reserved[unit], unit)} under way` : ''} and a call of about ${show(reservation[unit], unit)} next: ` +
          `raise judge({ budget: { ${unit} } }), or replay what is recorded and run fewer tests at once`,
      )
      throw this.#exhausted
    }
    this.#reserved = plus(this.#reserved, reservation)
    return reservation
  }

  /** The call has ended; `actual` is what it cost, absent where nobody said. */
  settle(reservation: Reservation, actual: JudgeUsage | undefined): void {
    this.#reserved = plus(this.#reserved, { usd: -reservation.usd, tokens: -reservation.tokens })
    if (actual !== undefined) this.#spent = plus(this.#spent, amountOf(actual))
  }
}

function amountOf({ inputTokens, outputTokens, costUsd = 0 }: JudgeUsage): Reservation {
  return { usd: costUsd, tokens: inputTokens + outputTokens }
}

function plus(a: Reservation, b: Reservation): Reservation {
  return { usd: a.usd + b.usd, tokens: a.tokens + b.tokens }
}

function show(amount: number, unit: keyof Reservation): string {
  return unit === 'usd' ? `$${amount.toFixed(4)}` : `${Math.round(amount)} tokens`
}
