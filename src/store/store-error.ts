/**
 * - `url`: not a URL that this version can open
 * - `driver`: better-sqlite3 is missing, or does not run here
 * - `locked`: another process holds the file, and went on holding it
 * - `read-only`, `full`, `unreachable`: the file or its folder cannot be written, the disk is full, the path leads nowhere
 * - `corrupt`: damaged, or no database at all
 * - `foreign`: a database of another program
 * - `newer`: written by a newer vitest-judge
 * - `run`: no such run, or one of which too little is kept for what was asked
 * - `closed`: used after `close()`
 * - `failed`: anything else; the cause says what
 */
export type StoreErrorCode =
  | 'url'
  | 'driver'
  | 'locked'
  | 'read-only'
  | 'full'
  | 'unreachable'
  | 'corrupt'
  | 'foreign'
  | 'newer'
  | 'run'
  | 'closed'
  | 'failed'

/** The only error that a store throws. Its message names the file and says what to do; `cause` is the driver's own error. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
