import type { TrialRecord, UsageRecord } from './record-schema.js'

/**
 * Models whose tokens are known and whose cost is not, so that no sum of costs passes for the whole: those that the assistant
 * named, and those that judged. Sorted.
 */
export function unpricedModels(trials: readonly TrialRecord[]): string[] {
  const models = new Set<string>()
  for (const { replies, scores } of trials) {
    for (const { usage } of replies) if (usage?.model !== undefined && isUnpriced(usage)) models.add(usage.model)
    for (const { usage, judge } of scores) {
      if (usage !== undefined && isUnpriced(usage)) models.add(usage.model ?? judge.servedModel ?? judge.name)
    }
  }
  return [...models].sort()
}

function isUnpriced({ inputTokens = 0, outputTokens = 0, costUsd }: UsageRecord): boolean {
  return costUsd === undefined && inputTokens + outputTokens > 0
}
