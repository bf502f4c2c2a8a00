import type { JudgeUsage } from './judge.js'

/** The sum of what several calls took; `undefined` where nobody said. A sum of costs in which one is missing is not given: unknown is not free. */
export function addUsage(usages: readonly (JudgeUsage | undefined)[]): JudgeUsage | undefined {
  const known = usages.filter((usage) => usage !== undefined)
  if (known.length === 0) return undefined
  const costs = known.flatMap(({ costUsd }) => costUsd ?? [])
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  return {
    inputTokens: sum(known.map(({ inputTokens }) => inputTokens)),
    outputTokens: sum(known.map(({ outputTokens }) => outputTokens)),
    ...(costs.length === known.length && { costUsd: sum(costs) }),
  }
}
