import fc from 'fast-check'
import type { EvaluatedCase } from '../../../src/evaluation/evaluated-case.js'
import type { ErrorRecord } from '../../../src/evaluation/record-schema.js'
import { evaluated, lexical, metric, model } from './evaluated.js'

const keys = ['a', 'b', 'c', 'd', '__proto__', 'constructor', 'lone \uD800']
const metricKeys = ['intent', 'intent#2', 'quality', '__proto__', 'words']

const anyMetric = fc
  .record({
    key: fc.constantFrom(...metricKeys),
    mean: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 }),
    huge: fc.double({ min: -1e100, max: 1e100, noNaN: true }),
    errored: fc.nat({ max: 1 }),
    judge: fc.constantFrom(model, model, lexical, { ...lexical, standIn: 'no key' }),
    expectationHash: fc.constantFrom('expected-1', 'expected-1', 'expected-2'),
  })
  .map(({ key, mean, errored, huge, ...more }) =>
    metric(key, key === 'words' && mean !== null ? huge : mean, {
      ...more,
      ...(key === 'words' && { unit: 'number', direction: 'down' }),
      errored: mean === null ? errored : 0,
      declined: mean === null ? 1 - errored : 0,
    }),
  )

/** Cases of one file as runs may give them, each key at most once. */
export const anyCases: fc.Arbitrary<EvaluatedCase[]> = fc.uniqueArray(
  fc
    .record({
      key: fc.constantFrom(...keys),
      metrics: fc.uniqueArray(anyMetric, { maxLength: 4, selector: ({ key }) => key }),
      state: fc.constantFrom('passed' as const, 'passed' as const, 'failed' as const, 'skipped' as const),
      inputs: fc.constantFrom<string[]>(['hello'], ['hello'], ['hello', 'again'], ['lone \uDC00'], []),
      contextHash: fc.constantFrom(undefined, undefined, 'aa11'),
      errors: fc.constantFrom<ErrorRecord[]>([], [], [], [{ stage: 'assistant', message: 'timed out' }]),
      latenciesMs: fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { maxLength: 3 }),
      reply: fc.constantFrom('one', 'two', undefined),
    })
    .map(({ key, metrics, ...more }) => evaluated(key, metrics, more)),
  { maxLength: 7, selector: ({ key }) => key },
)
