import { StoreError } from '../store-error.js'
import type { StoreErrorCode } from '../store-error.js'

/** SQLite's result codes and Node's, by their beginning: extended codes say more than we need. */
const causes: [prefix: RegExp, code: StoreErrorCode, message: (file: string) => string][] = [
  [
    /^SQLITE_(BUSY|LOCKED|PROTOCOL)/,
    'locked',
    (file) =>
      `${file} is locked by another process, and was not released in time. ` +
      'End that process, or give this run a results file of its own in the store option.',
  ],
  [
    /^(SQLITE_(READONLY|PERM)|EACCES|EPERM|EROFS)/,
    'read-only',
    (file) =>
      `${file} cannot be written: the file, its folder or its disk is read-only. ` +
      'Make both writable, name another file in the store option, or keep no results with store: false.',
  ],
  [
    /^(SQLITE_FULL|SQLITE_IOERR_(WRITE|SHMSIZE)|ENOSPC|EDQUOT)/,
    'full',
    (file) =>
      `${file} cannot grow: the disk is full. Free some space, or name a file on another disk in the store option.`,
  ],
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    'corrupt',
    (file) =>
      `${file} is damaged, or not an SQLite database. It was left as it is. ` +
      'Move it away to begin a new one, or name another file in the store option.',
  ],
  [
    /^(SQLITE_CANTOPEN|ENOENT|ENOTDIR|EEXIST|EISDIR)/,
    'unreachable',
    (file) =>
      `${file} cannot be opened: it, or something on its path, is not what it should be, or may not be read. ` +
      'Correct the path in the store option.',
  ],
]

export function explainError(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error
  const code = errorCode(error)
  for (const [prefix, storeCode, message] of causes) {
    if (prefix.test(code)) return new StoreError(storeCode, message(file), { cause: error })
  }
  const detail = error instanceof Error ? error.message : String(error)
  return new StoreError('failed', `${file}: ${detail}`, { cause: error })
}

export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(errorCode(error))
}

function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}
