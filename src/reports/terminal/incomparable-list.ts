import type { CaseComparison, MetricComparison } from '../../baseline/comparison.js'
import { plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import { caseLabel } from './case-label.js'
import { truncate } from './fit-text.js'
import type { Palette } from './palette.js'
import { wrapBehind } from './wrap-text.js'

const maxReasons = 10
const maxCases = 3

/** What could not be compared, by the part that changed: a new judge makes one entry here, not one a case. */
export function incomparableList(cases: readonly CaseComparison[], palette: Palette, columns: number): string[] {
  const groups = new Map<string, { scores: number; cases: Set<CaseComparison> }>()
  for (const compared of cases) {
    for (const metric of compared.metrics.filter(({ status }) => status === 'incomparable')) {
      const reason = reasonOf(metric)
      const group = groups.get(reason) ?? { scores: 0, cases: new Set() }
      groups.set(reason, { scores: group.scores + 1, cases: group.cases.add(compared) })
    }
  }
  const largest = [...groups].toSorted(([, a], [, b]) => b.scores - a.scores)
  const more = largest.length - maxReasons
  return [
    ...largest
      .slice(0, maxReasons)
      .flatMap(([reason, group]) => [
        ...wrapBehind(' ~ incomparable  ', `${plural(group.scores, 'score')}: ${reason}`, columns).map(palette.yellow),
        ...[...group.cases].slice(0, maxCases).map((compared) => truncate(`     ${caseLabel(compared)}`, columns)),
        ...(group.cases.size > maxCases ? [palette.dim(`     … and ${group.cases.size - maxCases} more`)] : []),
      ]),
    ...(more > 0 ? [palette.yellow(` ~ … and ${plural(more, 'more reason')}`)] : []),
  ]
}

function reasonOf({ changed, judgeBefore, judgeAfter }: MetricComparison): string {
  const parts = changed.map((part) => {
    if (part !== 'judge') return `another ${part}`
    return `another judge (${oneLine(judgeBefore ?? 'unknown')} → ${oneLine(judgeAfter ?? 'unknown')})`
  })
  return parts.length === 0 ? 'not the same thing' : parts.join(' and ')
}
