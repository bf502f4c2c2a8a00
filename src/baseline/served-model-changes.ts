import { byCodePoint } from './by-code-point.js'
import { judgeId } from './comparability.js'
import type { Comparison, ComparisonInput } from './comparison.js'
import { own } from './own.js'
import { storableText } from './storable-text.js'

type ServedModelChange = Comparison['servedModelChanges'][number]

/**
 * Judges that are the same as in the baseline while the provider answered with another model. Each judge is listed once,
 * sorted by name; where it answered with several, the pair that sorts first stands for them.
 */
export function servedModelChanges(inputs: ComparisonInput[]): ServedModelChange[] {
  const byJudge = new Map<string, ServedModelChange>()
  for (const change of inputs.flatMap(changesOfFile)) {
    const known = byJudge.get(change.judge)
    if (known === undefined || byModels(change, known) < 0) byJudge.set(change.judge, change)
  }
  return [...byJudge.values()].sort((a, b) => byCodePoint(a.judge, b.judge))
}

function changesOfFile({ baseline, cases }: ComparisonInput): ServedModelChange[] {
  const changes: ServedModelChange[] = []
  for (const evaluated of cases) {
    const entry = own(baseline?.entries, storableText(evaluated.key))
    if (entry === undefined) continue
    for (const metric of evaluated.metrics) {
      const after = metric.judge.servedModel
      if (after === undefined) continue
      const before = own(entry.scores, storableText(metric.key))
      if (before?.served === undefined || before.served === after) continue
      const judge = judgeId(metric.judge)
      if (before.judge !== judge) continue
      changes.push({ judge, before: before.served, after })
    }
  }
  return changes
}

function byModels(a: ServedModelChange, b: ServedModelChange): number {
  return byCodePoint(a.before, b.before) || byCodePoint(a.after, b.after)
}
