import type { Judgement, JudgementRequest } from '../judge.js'
import { decline } from './decline.js'
import { judgeAgreement } from './judge-agreement.js'
import { judgeCriterion } from './judge-criterion.js'
import { judgeEntities } from './judge-entities.js'
import { judgeFaithfulness } from './judge-faithfulness.js'
import { judgeIntent } from './judge-intent.js'
import { judgeQuality } from './judge-quality.js'
import { judgeRefusal } from './judge-refusal.js'
import { judgeSimilarity } from './judge-similarity.js'

/** What the embedded judge says of a request. */
export function judgeLocally(request: JudgementRequest): Judgement {
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
      return judgeCriterion(request)
    case 'faithfulness':
      return judgeFaithfulness(request)
    case 'agreement':
      return judgeAgreement(request)
    case 'similarity':
      return judgeSimilarity(request)
    case 'refusal':
      return judgeRefusal(request)
  }
}
