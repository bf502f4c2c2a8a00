import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordedJudgementSchema, recordJudgement, replayJudgement } from '../../src/cassette/recorded-judgement.js'
import { isPlainly } from '../../src/schema/is-plainly.js'
import { recording } from './make-recording.js'

test('what is recorded is replayed, but for what it cost', () => {
  const judgement = { value: null, rationale: 'Hm.', declined: 'no ground', servedModel: 'm-1' }
  const usage = { inputTokens: 3, outputTokens: 1 }
  const recorded = recordJudgement({ key: 'k', metric: 'intent', judge: 'acme', trial: 2 }, { ...judgement, usage })
  expect(recorded).toEqual({ key: 'k', metric: 'intent', judge: 'acme', trial: 2, ...judgement })
  expect(replayJudgement(recorded)).toEqual(judgement)
})

test('property: what is plainly a judgement is one by the schema, and stays as it is', () => {
  const odd = fc.oneof(
    fc.constant(undefined),
    fc.string(),
    fc.double(),
    fc.constant(null),
    fc.integer(),
    fc.constant({}),
  )
  const isPlain = isPlainly(recordedJudgementSchema)
  const members = ['key', 'metric', 'judge', 'trial', 'value', 'rationale', 'declined', 'servedModel', 'more']
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...members), odd, { maxKeys: 3 }), (changes) => {
      const value: unknown = JSON.parse(JSON.stringify({ ...recording('a'), ...changes }))
      const parsed = recordedJudgementSchema.safeParse(value)
      expect(isPlain(value)).toBe(parsed.success)
      if (parsed.success) expect(parsed.data).toEqual(value)
    }),
    { numRuns: 1_000 },
  )
})
