/** Metrics that have a meaning of ours in records, baselines and reports. A score of the user's own takes none of these names. */
export const BUILT_IN_METRICS: readonly string[] = [
  'intent',
  'entities',
  'quality',
  'preference',
  'criterion',
  'faithfulness',
  'agreement',
  'similarity',
  'refusal',
  'tools',
  'schema',
  'latency',
  'cost',
  'tokens',
]

/** `quality`, and its keys in a baseline: `quality#2`, `quality:tone`. */
export function isBuiltInMetric(name: string): boolean {
  return BUILT_IN_METRICS.includes(name.replace(/[#:].*$/s, ''))
}
