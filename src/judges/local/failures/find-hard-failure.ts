import { findEcho } from './find-echo.js'
import { findEmpty } from './find-empty.js'
import { findGibberish } from './find-gibberish.js'
import { findLeak } from './find-leak.js'
import { findMojibake } from './find-mojibake.js'
import { findObeyedInjection } from './find-obeyed-injection.js'
import { findOffTopic } from './find-off-topic.js'
import { findRefusal } from './find-refusal.js'
import { findRepetition } from './find-repetition.js'
import { findWordSalad } from './find-word-salad.js'
import { findWrongLanguage } from './find-wrong-language.js'
import type { FailureKind, FailureSubject, HardFailure } from './hard-failure.js'

type Detector = (subject: FailureSubject) => HardFailure | undefined

/** The worst first: what harms, what nobody can read, what does not answer. */
const detectors: Record<FailureKind, Detector> = {
  empty: findEmpty,
  'obeyed-injection': findObeyedInjection,
  leak: findLeak,
  mojibake: findMojibake,
  gibberish: findGibberish,
  repetition: findRepetition,
  'word-salad': findWordSalad,
  echo: findEcho,
  'wrong-language': findWrongLanguage,
  refusal: findRefusal,
  'off-topic': findOffTopic,
}

/**
 * What makes a reply worthless whatever it was to be good at, or `undefined` where nothing is certain. Of several the worst. O(length).
 *
 * @param wanted kinds that are asked for, and so no failures
 * @example
 * findHardFailure({ input: 'Where is my order?', reply: 'Hello {{name}}!' }) // { kind: 'leak', evidence: '{{name}}' }
 */
export function findHardFailure(
  subject: FailureSubject,
  wanted: ReadonlySet<FailureKind> = new Set(),
): HardFailure | undefined {
  for (const [kind, find] of Object.entries(detectors) as [FailureKind, Detector][]) {
    if (wanted.has(kind)) continue
    const failure = find(subject)
    if (failure !== undefined) return failure
  }
  return undefined
}
