import { formatCode, formatLocalTime, type RunLabel } from '../format-run.js'
import { oneLine } from '../one-line.js'
import { createPalette } from './palette.js'
import { wrapItems } from './wrap-items.js'

export interface ComparedSidesInput {
  /** A run, or the folder of the baselines. */
  before: RunLabel | string
  after: RunLabel
  colors: boolean
  columns: number
  /** Minutes that local time is ahead of UTC; the machine's own unless told otherwise. */
  offsetMinutes?: number
}

/** Above the report of a comparison, which speaks of a baseline: what stands for it, and what is held against it. */
export function comparedSides({ before, after, colors, columns, offsetMinutes }: ComparedSidesInput): string {
  const palette = createPalette(colors)
  const width = Math.max(60, columns)
  const items = (run: RunLabel) =>
    [run.id, formatLocalTime(run.startedAt, offsetMinutes), formatCode(run), run.judge.name]
      .map(oneLine)
      .filter((item) => item !== '')
  const line = (name: string, texts: string[]) => {
    const [first = '', ...rest] = wrapItems(name, texts, width)
    return [palette.bold(name) + first.slice(name.length), ...rest]
  }
  return [
    ...(typeof before === 'string'
      ? line(' baseline  ', [`the files in ${oneLine(before)}`])
      : line(' baseline  ', items(before))),
    ...line(' run       ', items(after)),
  ].join('\n')
}
