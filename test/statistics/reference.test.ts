import { describe, expect, test } from 'vitest'
import * as statistics from '../../src/statistics/index.js'
import { expectClose } from '../support/expect-close.js'
import reference from './fixtures/reference.json' with { type: 'json' }

interface Case {
  function: string
  input: object
  expected: Record<string, number | number[]>
  source: string
}

const cases = (reference.cases as unknown as Case[]).map((known, index) => ({ ...known, index }))

/** Found by a search that the reference ended early. */
const RELATIVE_ERRORS: Record<string, number> = { sampleSizeForProportions: 1e-6, sampleSizeForMeans: 1e-6 }

describe('what SciPy, statsmodels and scikit-learn say', () => {
  test('covers every function of the reference', () => {
    expect(cases).toHaveLength(188)
    const names = new Set(cases.map((known) => known.function))
    expect([...names].filter((name) => !(name in statistics))).toEqual([])
  })

  test.each(cases)('$function: case $index, $source', (known) => {
    const call = statistics[known.function as keyof typeof statistics] as (input: object) => Record<string, unknown>
    const found = call(known.input)
    for (const [field, expected] of Object.entries(known.expected)) {
      const values = [found[field]].flat() as number[]
      expect(values).toHaveLength([expected].flat().length)
      for (const [at, value] of [expected].flat().entries()) {
        expectClose(values[at]!, value, RELATIVE_ERRORS[known.function])
      }
    }
  })
})
