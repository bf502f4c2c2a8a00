import { formatCount, plural } from '../format-number.js'
import { oneLine } from '../one-line.js'
import type { Palette } from './palette.js'
import { wrapBehind } from './wrap-text.js'

const maxFiles = 10

/** What a run took from recordings, and what became of what it asked. */
export interface Recordings {
  replayed: { judgements: number; replies: number }
  /** In use, and in no committed cassette. */
  uncommitted: number
  /** Committed cassettes that this run wrote, with numbers of entries. */
  changes: readonly { file: string; added: number; removed: number }[]
}

/** What was replayed, and what `-u` would commit or has committed. Empty where nothing is recorded. */
export function recordingLines(
  { replayed, uncommitted, changes }: Recordings,
  palette: Palette,
  columns: number,
): string[] {
  const took = [
    replayed.judgements > 0 && plural(replayed.judgements, 'judgement'),
    replayed.replies > 0 && plural(replayed.replies, 'reply', 'replies'),
  ].filter((part) => part !== false)
  const more = changes.length - maxFiles
  return [
    ...(took.length > 0 ? [` replayed  ${took.join(' and ')}: not asked, at no cost`] : []),
    ...(uncommitted > 0
      ? wrapBehind(
          ' recorded  ',
          `${formatCount(uncommitted)} in the cache of this machine alone; \`vitest run -u\` puts them beside the baselines`,
          columns,
        )
      : []),
    ...changes.slice(0, maxFiles).flatMap(({ file, added, removed }) => {
      const counts = [added > 0 && `${formatCount(added)} added`, removed > 0 && `${formatCount(removed)} removed`]
      const what = counts.filter((part) => part !== false).join(', ') || 'asked anew'
      return wrapBehind(' recorded  ', `${oneLine(file)} (${what})`, columns)
    }),
    ...(more > 0 ? [palette.dim(` recorded  … and ${formatCount(more)} more files`)] : []),
  ]
}
