import type { Embedder } from '../../encoder/embedder.js'
import { loadOnce } from '../../encoder/load-once.js'
import { judgeFingerprint } from '../judge-fingerprint.js'
import type { Judge } from '../judge.js'
import { checkedLocalOptions, type LocalJudgeOptions } from './local-judge-options.js'

/** Raise it whenever the same request may be judged differently. */
const NAME = 'local/embedded@1'
const LIBRARIES = ['wink-porter2-stemmer@2', 'chrono-node@2']

// At the first judgement: it is the judge of every configuration that names no other, and many runs judge nothing.
const loadJudge = () => import('./judge-locally.js')
const loadMeaningsCode = () => import('../../encoder/meanings.js')
const loadMeanings = async (embed?: Embedder) => (await loadMeaningsCode()).Meanings.load({ embed })
/** One encoder for all judges of the process that have none of their own. */
const ownMeanings = loadOnce(() => loadMeanings())

/**
 * The embedded judge: no key, no network, the same judgement every time, within some milliseconds for a reply of usual length. Intents by
 * what a reply means, held against examples, or label and description; entities by their type (a date is found however it is written); rubrics by
 * the checks of their criteria; and a reply that is worthless whatever it was to be good at (gibberish, an echo, a leak) is the worst of
 * all. It never goes by the length of a reply, and declines where it has no ground, saying what would let it judge.
 *
 * What a text means an encoder of the package tells, or one of yours: `embed`. Its `version` is then part of the fingerprint.
 *
 * `judge()` rejects with a TypeError for a check that means nothing, such as a regular expression that does not compile, and with
 * whatever `embed` rejects with.
 *
 * @throws {TypeError} for a missing, unknown or wrong option
 * @example
 * await localJudge().judge({ metric: 'entities', input: '', reply: 'Order #12345 is packed.', expected: { order_id: '12345' } })
 * // { value: 1, rationale: 'Found 1 of 1: order_id "12345".' }
 */
export function localJudge(options?: LocalJudgeOptions): Judge {
  const own = options === undefined ? undefined : checkedLocalOptions(options)
  const meanings = own === undefined ? ownMeanings : loadOnce(() => loadMeanings(own.embed))
  return {
    name: NAME,
    kind: 'local',
    fingerprint: judgeFingerprint({
      name: NAME,
      libraries: LIBRARIES,
      ...(own !== undefined && { encoder: String(own.version) }),
    }),
    // The code alone: most judgements ask for no meanings, and those of `embed` may cost money.
    async warmUp() {
      await Promise.all([loadJudge(), loadMeaningsCode()])
    },
    async judge(request) {
      return (await loadJudge()).judgeLocally(request, { meanings })
    },
  }
}
