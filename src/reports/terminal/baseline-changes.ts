import { formatCount } from '../format-number.js'
import { oneLine } from '../one-line.js'
import type { Palette } from './palette.js'
import { wrapBehind } from './wrap-text.js'

const maxFiles = 10

/** What was written to one baseline file: keys of its cases. */
export interface BaselineChange {
  file: string
  added: readonly string[]
  updated: readonly string[]
  removed: readonly string[]
}

/** The baseline files that this run wrote, to be committed. */
export function baselineChanges(changes: readonly BaselineChange[], palette: Palette, columns: number): string[] {
  const written = changes.filter(({ added, updated, removed }) => added.length + updated.length + removed.length > 0)
  const more = written.length - maxFiles
  return [
    ...written.slice(0, maxFiles).flatMap(({ file, added, updated, removed }) => {
      const counts = Object.entries({ added, updated, removed })
        .filter(([, keys]) => keys.length > 0)
        .map(([what, keys]) => `${formatCount(keys.length)} ${what}`)
      return wrapBehind(' wrote  ', `${oneLine(file)} (${counts.join(', ')})`, columns)
    }),
    ...(more > 0 ? [palette.dim(` wrote  … and ${formatCount(more)} more files`)] : []),
  ]
}
