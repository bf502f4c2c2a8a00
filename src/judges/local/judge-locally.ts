import type { Judgement, JudgementRequest } from '../judge.js'
import { decline } from './decline.js'
import { judgeEntities } from './judge-entities.js'
import { judgeIntent } from './judge-intent.js'
import { judgeQuality } from './judge-quality.js'

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
      return decline(
        'A criterion in prose gives this judge nothing that it could check in code.',
        "Make it a rubric's criterion with a check ({ text: '…', check: { mentions: '…' } }), or use an LLM judge.",
      )
  }
}
