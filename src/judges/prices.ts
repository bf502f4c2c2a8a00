import type { ModelPrice } from './judge.js'

/** Prices by model, in place of, or besides, those of the list. */
export type Prices = Record<string, ModelPrice>

export interface CostInput {
  usage: { inputTokens?: number | undefined; outputTokens?: number | undefined }
  /** As the provider or a gateway names it: `gpt-4.1-mini`, `gpt-4.1-mini-2025-04-14`, `openai/gpt-4.1-mini`. */
  model: string
  /** The user's own, which go before the list. */
  prices?: Prices | undefined
}

/** Day on which the list held. Providers change their prices, and no list can follow. */
export const PRICES_AS_OF = '2025-12-01'

/**
 * What a call cost in US dollars, by list price: no discounts for cached input or batches, no surcharges for long contexts.
 * `undefined` where the model has no known price, or not all of its tokens are known: unknown is not free.
 *
 * The model is looked up by its exact name, then without a date at its end, then without the provider before it; among
 * the user's prices first.
 *
 * @example
 * costOf({ usage: { inputTokens: 1_000_000, outputTokens: 500_000 }, model: 'gpt-4.1-mini-2025-04-14' }) // 1.2
 */
export function costOf({ usage: { inputTokens, outputTokens }, model, prices = {} }: CostInput): number | undefined {
  if (!isCount(inputTokens) || !isCount(outputTokens)) return undefined
  const price = priceOf(model, prices)
  if (price === undefined) return undefined
  return (inputTokens * price.inputPerMillion + outputTokens * price.outputPerMillion) / 1_000_000
}

/** The price that {@link costOf} reckons with; `undefined` for a model that nobody knows. */
export function priceOf(model: string, prices: Prices = {}): ModelPrice | undefined {
  const names = namesOf(model)
  return find(names, prices) ?? find(names, (list ??= listPrices()))
}

function isCount(tokens: number | undefined): tokens is number {
  return typeof tokens === 'number' && Number.isFinite(tokens) && tokens >= 0
}

function namesOf(model: string): string[] {
  const bare = model.slice(model.lastIndexOf('/') + 1)
  return [model, withoutDate(model), bare, withoutDate(bare)]
}

function withoutDate(model: string): string {
  return model.replace(/[-@](?:\d{4}-\d{2}-\d{2}|\d{8})$/, '')
}

function find(names: readonly string[], prices: Prices): ModelPrice | undefined {
  const name = names.find((candidate) => Object.hasOwn(prices, candidate))
  return name === undefined ? undefined : prices[name]
}

let list: Prices | undefined

// Made only when a cost is asked for: this module is part of what every test file loads.
function listPrices(): Prices {
  const perMillion: Record<string, [input: number, output: number]> = {
    'gpt-5': [1.25, 10],
    'gpt-5-mini': [0.25, 2],
    'gpt-5-nano': [0.05, 0.4],
    'gpt-4.1': [2, 8],
    'gpt-4.1-mini': [0.4, 1.6],
    'gpt-4.1-nano': [0.1, 0.4],
    'gpt-4o': [2.5, 10],
    'gpt-4o-2024-05-13': [5, 15],
    'gpt-4o-mini': [0.15, 0.6],
    o3: [2, 8],
    'o3-mini': [1.1, 4.4],
    'o4-mini': [1.1, 4.4],
    'claude-opus-4-5': [5, 25],
    'claude-opus-4-1': [15, 75],
    'claude-opus-4': [15, 75],
    'claude-sonnet-4-5': [3, 15],
    'claude-sonnet-4': [3, 15],
    'claude-haiku-4-5': [1, 5],
    'claude-3-7-sonnet': [3, 15],
    'claude-3-5-sonnet': [3, 15],
    'claude-3-5-haiku': [0.8, 4],
    'gemini-2.5-pro': [1.25, 10],
    'gemini-2.5-flash': [0.3, 2.5],
    'gemini-2.5-flash-lite': [0.1, 0.4],
    'gemini-2.0-flash': [0.1, 0.4],
  }
  return Object.fromEntries(
    Object.entries(perMillion).map(([model, [inputPerMillion, outputPerMillion]]) => [
      model,
      { inputPerMillion, outputPerMillion },
    ]),
  )
}
