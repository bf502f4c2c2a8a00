import { average } from './average.js'
import type { EvaluatedMetric } from './evaluated-case.js'
import type { ScoreUnit } from './score-unit.js'

export interface MetricMean {
  metric: string
  unit: ScoreUnit
  /** Over all trials of all cases; `null` where none has a value. */
  mean: number | null
  n: number
}

/**
 * The mean of each metric over cases, in the order in which they first come. What `.not` asserts is left out: it is better the lower
 * it is, and in one mean with the others it would say nothing.
 */
export function metricMeans(members: readonly { metrics: readonly EvaluatedMetric[] }[]): MetricMean[] {
  const groups = new Map<string, { metric: string; unit: ScoreUnit; values: number[] }>()
  for (const { metric, unit, negated, values } of members.flatMap(({ metrics }) => metrics)) {
    if (negated === true) continue
    const key = `${metric}\0${unit}`
    const group = groups.get(key) ?? { metric, unit, values: [] }
    for (const value of values) if (value !== null) group.values.push(value)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ metric, unit, values }) => ({
    metric,
    unit,
    mean: average(values),
    n: values.length,
  }))
}
