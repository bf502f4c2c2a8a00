import type { Meanings } from '../../encoder/meanings.js'
import { judgeFingerprint } from '../judge-fingerprint.js'
import type { Judge } from '../judge.js'
import type { judgeLocally } from './judge-locally.js'

/** Raise it whenever the same request may be judged differently. */
const NAME = 'local/lexical@2'
const LIBRARIES = ['wink-porter2-stemmer@2', 'chrono-node@2']

let loading: Promise<Meanings> | undefined

/** Once for all judges of a process. */
const meanings = () => (loading ??= import('../../encoder/meanings.js').then(({ Meanings }) => Meanings.load()))

/**
 * The embedded judge: no key, no network, no weights, the same judgement every time, within milliseconds for a reply of usual length.
 * It goes by words: intents by stems shared with label, description and examples, entities by their type (a date is found however it is
 * written), rubrics by the checks of their criteria; and a reply that is worthless whatever it was to be good at (gibberish, an echo, a leak)
 * is the worst of all. It never goes by the length of a reply, and declines where words are no ground, saying what would let it judge.
 *
 * `judge()` rejects with a TypeError for a check that means nothing, such as a regular expression that does not compile.
 *
 * @example
 * await localJudge().judge({ metric: 'entities', input: '', reply: 'Order #12345 is packed.', expected: { order_id: '12345' } })
 * // { value: 1, rationale: 'Found 1 of 1: order_id "12345".' }
 */
export function localJudge(): Judge {
  // At the first judgement: it is the judge of every configuration that names no other, and many runs judge nothing.
  let loaded: Promise<{ judgeLocally: typeof judgeLocally }> | undefined
  const load = () => (loaded ??= import('./judge-locally.js'))
  return {
    name: NAME,
    kind: 'local',
    fingerprint: judgeFingerprint({ name: NAME, libraries: LIBRARIES }),
    async warmUp() {
      await load()
    },
    async judge(request) {
      return (await load()).judgeLocally(request, { meanings })
    },
  }
}
