import { costOf } from '../judges/prices.js'
import { worker } from '../worker/worker-state.js'
import type { ReplyUsage } from './reply.js'

/** An assistant's usage with what it cost: as the assistant says, else by the price of its model, where that is known. */
export function pricedUsage(usage: ReplyUsage): ReplyUsage {
  if (usage.costUsd !== undefined || usage.model === undefined) return usage
  const costUsd = costOf({ usage, model: usage.model, prices: worker().options.prices })
  return costUsd === undefined ? usage : { ...usage, costUsd }
}
