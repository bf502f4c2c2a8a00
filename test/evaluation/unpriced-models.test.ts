import { expect, test } from 'vitest'
import { unpricedModels } from '../../src/evaluation/unpriced-models.js'
import { makeReply, makeScore, makeTrial } from './make-record.js'

const tokens = { inputTokens: 5, outputTokens: 2 }
const judge = { name: 'acme/judge', kind: 'llm', fingerprint: '1' } as const

test('names each model whose tokens are known and whose cost is not, once', () => {
  const trial = makeTrial({
    replies: [
      makeReply({ usage: { ...tokens, model: 'own-7b' } }),
      makeReply({ usage: { ...tokens, model: 'gpt-4o', costUsd: 1 } }),
      makeReply({ usage: tokens }),
      makeReply({ usage: { model: 'idle' } }),
      makeReply(),
    ],
    scores: [
      makeScore({ judge, usage: tokens }),
      makeScore({ judge: { ...judge, servedModel: 'judge-2026' }, usage: tokens }),
      makeScore({ judge: { ...judge, name: 'paid' }, usage: { ...tokens, costUsd: 0 } }),
      makeScore(),
    ],
  })
  expect(unpricedModels([trial, trial])).toEqual(['acme/judge', 'judge-2026', 'own-7b'])
})
