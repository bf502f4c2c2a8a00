import type { UsageRecord } from './record-schema.js'

/** The sum of what was used. What nobody reported stays absent: unknown is not free. */
export function sumUsage(usages: readonly (UsageRecord | undefined)[]): UsageRecord {
  const total: UsageRecord = {}
  for (const usage of usages) {
    if (usage === undefined) continue
    const { inputTokens, outputTokens, costUsd } = usage
    if (inputTokens !== undefined) total.inputTokens = (total.inputTokens ?? 0) + inputTokens
    if (outputTokens !== undefined) total.outputTokens = (total.outputTokens ?? 0) + outputTokens
    if (costUsd !== undefined) total.costUsd = (total.costUsd ?? 0) + costUsd
  }
  return total
}
