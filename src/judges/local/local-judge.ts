import { judgeFingerprint } from '../judge-fingerprint.js'
import type { Judge, Judgement, JudgementRequest } from '../judge.js'
import { decline } from './decline.js'
import { judgeEntities } from './judge-entities.js'
import { judgeIntent } from './judge-intent.js'
import { judgeQuality } from './judge-quality.js'

/** Raise it whenever the same request may be judged differently. */
const NAME = 'local/lexical@1'
const STEMMER = 'wink-porter2-stemmer@2'

/**
 * The embedded judge: no key, no network, no weights, the same judgement every time, well under a millisecond for a reply of usual length.
 * It goes by words: intents by stems shared with label, description and examples, entities by whole tokens, rubrics by the checks of
 * their criteria. It never goes by the length of a reply, and declines where words are no ground, saying what would let it judge.
 *
 * `judge()` rejects with a TypeError for a check that means nothing, such as a regular expression that does not compile.
 *
 * @example
 * await localJudge().judge({ metric: 'entities', input: '', reply: 'Order #12345 is packed.', expected: { order_id: '12345' } })
 * // { value: 1, rationale: 'Found 1 of 1: order_id "12345".' }
 */
export function localJudge(): Judge {
  return {
    name: NAME,
    kind: 'local',
    fingerprint: judgeFingerprint({ name: NAME, stemmer: STEMMER }),
    // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is to reject
    judge: async (request) => judged(request),
  }
}

function judged(request: JudgementRequest): Judgement {
  switch (request.metric) {
    case 'intent':
      return judgeIntent(request)
    case 'entities':
      return judgeEntities(request)
    case 'quality':
      return judgeQuality(request)
    case 'preference':
      return decline('Which of two replies is better cannot be told from their words.', 'Use an LLM judge.')
    case 'criterion':
      return decline(
        'A criterion in prose gives this judge nothing that it could check in code.',
        "Make it a rubric's criterion with a check ({ text: '…', check: { mentions: '…' } }), or use an LLM judge.",
      )
  }
}
