import type { ComparabilityPart, Comparison, MetricComparison } from '../comparison.js'
import { severity } from '../severity.js'

export function scores(count: number, adjective = ''): string {
  return `${count} ${adjective}${count === 1 ? 'score' : 'scores'}`
}

export function sentence(...parts: (string | false)[]): string {
  const text = parts.filter((part) => part !== false && part !== '').join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** `[project] file` */
export function placeOf({ project, file }: { project: string; file: string }): string {
  return oneLine([project && `[${project}]`, file].filter(Boolean).join(' '))
}

export function worstOf(degraded: readonly MetricComparison[]): string {
  const [worst] = degraded.toSorted((a, b) => severity(b) - severity(a))
  if (worst === undefined) return ''
  const shown = (value: number | null) => {
    if (value === null) return 'n/a'
    return worst.unit === 'unit' ? value.toFixed(2) : `${value}${worst.unit === 'ms' ? ' ms' : ''}`
  }
  return oneLine(`${placeOf(worst)} › ${worst.key} › ${worst.metric} ${shown(worst.before)} → ${shown(worst.after)}`)
}

export function incomparableNote(metrics: readonly MetricComparison[]): string {
  const incomparable = metrics.filter(({ status }) => status === 'incomparable')
  const times = new Map<ComparabilityPart, number>()
  for (const { changed } of incomparable) for (const part of changed) times.set(part, (times.get(part) ?? 0) + 1)
  const parts = (['input', 'context', 'expectation', 'judge'] as const)
    .filter((part) => times.has(part))
    .map((part) => `${part} ${times.get(part) ?? 0}×`)
  return `${scores(incomparable.length)} cannot be compared with the baseline (changed: ${parts.join(', ')})`
}

export function notJudgedNote({ cases, counts }: Comparison): string | false {
  const errored = cases.filter(({ status }) => status === 'errored').length
  const notes = [
    errored > 0 && `${errored} ${errored === 1 ? 'case' : 'cases'} of the baseline ended in an error`,
    counts.declined > 0 && `${scores(counts.declined)} of the baseline not judged`,
  ]
  return notes.filter((note) => note !== false).join(', ') || false
}
