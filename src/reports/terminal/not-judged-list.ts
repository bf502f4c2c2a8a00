import type { RunSummary } from '../../evaluation/run-summary.js'
import { formatCount, plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import type { Palette } from './palette.js'
import { wrapBehind } from './wrap-text.js'

const maxReasons = 5

/** Why scores are missing, the most frequent reason first. A reason of the judge's says what would let it judge. */
export function notJudgedList(
  { notJudgedReasons }: Pick<RunSummary, 'notJudgedReasons'>,
  palette: Palette,
  columns: number,
): string[] {
  if (notJudgedReasons.length === 0) return []
  const notJudged = notJudgedReasons.reduce((sum, { count }) => sum + count, 0)
  const more = notJudgedReasons.length - maxReasons
  return [
    palette.yellow(` ${formatCount(notJudged)} not judged`),
    ...notJudgedReasons
      .slice(0, maxReasons)
      .flatMap(({ reason, count }) => wrapBehind(`   ${formatCount(count)} × `, oneLine(reason), columns, 3)),
    ...(more > 0 ? [palette.dim(`   … and ${plural(more, 'more reason')}`)] : []),
  ]
}
