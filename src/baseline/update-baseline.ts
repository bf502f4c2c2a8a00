import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import type { Baseline } from './baseline.js'
import type { CaseComparison } from './comparison.js'
import { storableText } from './storable-text.js'
import { updateEntry, type UpdateMode, type UpdateRules } from './update-entry.js'

export type { UpdateMode }

export interface BaselineUpdate {
  /** `null` where no entry is left. The same object as before where nothing changed. */
  baseline: Baseline | null
  /** Keys of the cases whose entries were added, changed or dropped. */
  added: string[]
  updated: string[]
  removed: string[]
  /** What the run said and the baseline did not take over, and why; a line each. */
  kept: string[]
}

/**
 * The baseline of one test file after a run is accepted. Pure, linear.
 *
 * `comparison` is what `compareRun` said of this file; asked for latency, it makes entries that hold one.
 *
 * - `all` touches the entries where something degraded, improved, is new, was removed or cannot be compared; all others keep
 *   their content, the old reply included. In a touched entry stable metrics keep their scores, unless `replaceStable` says otherwise.
 * - `new` adds entries and metrics that are new, and none of a case that had errors.
 * - `none` changes nothing. A `partial` run removes nothing.
 *
 * What was declined or ended in an error neither enters nor replaces anything. A local judge, or one that stands in, does not
 * replace what an LLM judged, unless `acceptJudgeChange` says so. Of tests that share a key none is stored.
 */
export function updateBaseline({
  baseline,
  cases,
  comparison,
  mode,
  partial,
  acceptJudgeChange,
  replaceStable,
}: {
  baseline: Baseline | null
  cases: EvaluatedCase[]
  comparison: CaseComparison[]
} & UpdateRules): BaselineUpdate {
  const update: BaselineUpdate = { baseline, added: [], updated: [], removed: [], kept: [] }
  if (mode === 'none') return update
  const entries = new Map(Object.entries(baseline?.entries ?? {}))
  const evaluatedByKey = byKey(cases)
  for (const compared of comparison) {
    const { key } = compared
    const before = entries.get(key)
    const [evaluated, another] = evaluatedByKey.get(key) ?? []
    if (another !== undefined) {
      update.kept.push(`${key}: not stored, for several tests are called so; give each a name or an id of its own`)
    } else if (evaluated === undefined) {
      if (mode !== 'all') continue
      if (partial) update.kept.push(`${key}: kept, for only a part of the tests ran`)
      else if (entries.delete(key)) update.removed.push(key)
    } else {
      const { entry, kept } = updateEntry(before, evaluated, compared, {
        mode,
        partial,
        acceptJudgeChange,
        replaceStable,
      })
      update.kept.push(...kept)
      if (entry === before) continue
      if (entry === undefined) entries.delete(key)
      else entries.set(key, entry)
      update[before === undefined ? 'added' : entry === undefined ? 'removed' : 'updated'].push(key)
    }
  }
  update.kept = [...new Set(update.kept)]
  if (update.added.length + update.updated.length + update.removed.length === 0) return update
  return { ...update, baseline: entries.size === 0 ? null : { version: 1, entries: Object.fromEntries(entries) } }
}

function byKey(cases: EvaluatedCase[]): Map<string, EvaluatedCase[]> {
  const grouped = new Map<string, EvaluatedCase[]>()
  for (const evaluated of cases) {
    const key = storableText(evaluated.key)
    grouped.set(key, [...(grouped.get(key) ?? []), evaluated])
  }
  return grouped
}
