import type { JudgementRequest } from '../judge.js'
import { agreementPrompt } from './agreement-prompt.js'
import { criterionPrompt } from './criterion-prompt.js'
import { entitiesPrompt } from './entities-prompt.js'
import { faithfulnessPrompt } from './faithfulness-prompt.js'
import { intentPrompt } from './intent-prompt.js'
import { preferencePrompt } from './preference-prompt.js'
import type { Prompt } from './prompt.js'
import { qualityPrompt } from './quality-prompt.js'
import { refusalPrompt } from './refusal-prompt.js'
import { similarityPrompt } from './similarity-prompt.js'

/** @param nonce hex digits drawn anew for every call: who knows it can break out of a block */
export function buildPrompt(request: JudgementRequest, nonce: string): Prompt {
  switch (request.metric) {
    case 'intent':
      return intentPrompt(request, nonce)
    case 'entities':
      return entitiesPrompt(request, nonce)
    case 'quality':
      return qualityPrompt(request, nonce)
    case 'preference':
      return preferencePrompt(request, nonce)
    case 'criterion':
      return criterionPrompt(request, nonce)
    case 'faithfulness':
      return faithfulnessPrompt(request, nonce)
    case 'agreement':
      return agreementPrompt(request, nonce)
    case 'similarity':
      return similarityPrompt(request, nonce)
    case 'refusal':
      return refusalPrompt(request, nonce)
  }
}
