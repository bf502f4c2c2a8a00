import { checkOptions } from './check-options.js'

/** What matchers take whose judge grades a reply, and that need to be told nothing more. */
export interface GradedOptions {
  /** Passes at or above it, 0..1. The default is the matcher's own. */
  atLeast?: number
  /** Name of one of `judge({ judges })`. */
  judge?: string
  /** Names the score in baseline and report, where a test asserts the same metric more than once. */
  id?: string
  /** The message that a bare string answers. */
  input?: string
}

/** @throws {TypeError} on an unknown option or a wrong type */
export function checkGradedOptions(matcher: string, options: GradedOptions): void {
  checkOptions<Required<GradedOptions>>(matcher, options as Required<GradedOptions>, {
    atLeast: 'number',
    judge: 'string',
    id: 'string',
    input: 'text',
  })
}
