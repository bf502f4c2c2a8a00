import type { JudgeUsage } from './judge.js'

/** The sum of what several calls took; `undefined` where nobody said. The cost is that of the calls that have one, unless none has. */
export function addUsage(usages: readonly (JudgeUsage | undefined)[]): JudgeUsage | undefined {
  const known = usages.filter((usage) => usage !== undefined)
  if (known.length === 0) return undefined
  const costs = known.flatMap(({ costUsd }) => costUsd ?? [])
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  return {
    inputTokens: sum(known.map(({ inputTokens }) => inputTokens)),
    outputTokens: sum(known.map(({ outputTokens }) => outputTokens)),
    ...(costs.length > 0 && { costUsd: sum(costs) }),
  }
}
