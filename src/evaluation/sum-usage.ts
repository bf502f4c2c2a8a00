import type { UsageRecord } from './record-schema.js'

/** The sum of what was used. What nobody reported stays absent: unknown is not free. */
export function sumUsage(usages: readonly (UsageRecord | undefined)[]): UsageRecord {
  const total: UsageRecord = {}
  for (const usage of usages) {
    if (usage === undefined) continue
    for (const field of ['inputTokens', 'outputTokens', 'costUsd'] as const) {
      const amount = usage[field]
      if (amount !== undefined) total[field] = (total[field] ?? 0) + amount
    }
  }
  return total
}
