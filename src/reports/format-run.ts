import { oneLine } from './one-line.js'

/** What names a run. */
export interface RunLabel {
  id: string
  /** ISO 8601. */
  startedAt: string
  commit: string | null
  branch: string | null
  dirty: boolean | null
  judge: { name: string }
}

/** The local time of a machine that is `offsetMinutes` ahead of UTC, in the order of ISO 8601: `2026-11-23 19:00:05`. */
export function formatLocalTime(iso: string, offsetMinutes: number = -new Date(iso).getTimezoneOffset()): string {
  const time = new Date(iso).getTime()
  // Another hand may have written the file.
  if (Number.isNaN(time)) return oneLine(iso)
  return new Date(time + offsetMinutes * 60_000).toISOString().slice(0, 19).replace('T', ' ')
}

/** `main c0a2821`, with `+` where tracked files differed from the commit; empty outside a repository. */
export function formatCode({ commit, branch, dirty }: Pick<RunLabel, 'commit' | 'branch' | 'dirty'>): string {
  const at = commit === null ? '' : `${commit.slice(0, 7)}${dirty === true ? '+' : ''}`
  return oneLine([branch ?? '', at].filter((part) => part !== '').join(' '))
}
