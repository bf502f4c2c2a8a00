import { addUsage } from './add-usage.js'
import type { Judge, JudgeUsage } from './judge.js'
import { isOutage, JudgeError } from './judge-error.js'
import { judgeFingerprint } from './judge-fingerprint.js'
import { askDirectly } from './panel-judge.js'

/**
 * The first of several judges that can be reached: the next is asked where the one before fails by an outage (a lost connection, a
 * timeout, too many requests, an error of the server) that did not pass. The judgement says who gave it.
 *
 * Two judges are not one: their scores differ, and which of them answered is not part of the fingerprint. For a gate on merges use one
 * judge and its cassette.
 *
 * @throws {TypeError} without another judge to fall back on
 * @example
 * withFallback(openAIJudge({ model: 'gpt-4.1-mini' }), openAIJudge({ model: 'llama3.1', baseURL: 'http://localhost:11434/v1' }))
 */
export function withFallback(judge: Judge, ...others: Judge[]): Judge {
  if (others.length === 0) throw new TypeError('withFallback: expected another judge to fall back on, got none')
  const judges = [judge, ...others]
  const usable = judges.filter(({ unavailable }) => unavailable === undefined)
  let fingerprint: string | undefined
  return {
    name: judges.map(({ name }) => name).join(' or '),
    kind: judges.some(({ kind }) => kind === 'llm') ? 'llm' : 'custom',
    get fingerprint() {
      return (fingerprint ??= judgeFingerprint({ fallback: judges.map((one) => one.fingerprint) }))
    },
    members: judges,
    ...(usable.length === 0 && {
      unavailable: judges.map(({ name, unavailable }) => `${name}: ${unavailable ?? ''}`).join('; '),
    }),
    async warmUp() {
      await usable[0]?.warmUp?.()
    },
    async judge(request, callOptions = {}) {
      const { ask = askDirectly(callOptions) } = callOptions
      const spent: (JudgeUsage | undefined)[] = []
      for (const [index, one] of usable.entries()) {
        try {
          const judgement = await ask(one, request)
          const usage = addUsage([...spent, judgement.usage])
          const servedModel = judgement.servedModel ?? one.name
          return {
            ...judgement,
            rationale: `${one.name}: ${judgement.rationale}`,
            servedModel,
            ...(usage && { usage }),
          }
        } catch (error) {
          callOptions.signal?.throwIfAborted()
          if (index === usable.length - 1 || !isOutage(error)) throw error
          spent.push(error instanceof JudgeError ? error.usage : undefined)
        }
      }
      throw new JudgeError('no judge can be asked', { reason: 'unavailable' })
    },
  }
}
