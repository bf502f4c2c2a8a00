import { expectTypeOf, test } from 'vitest'
import type { EvaluationCase, EvaluationCaseInput } from '../../src/cases/evaluation-case.js'
import type { CaseRecord } from '../../src/evaluation/record-schema.js'
import type { Check, Rubric } from '../../src/judges/judge.js'

test('a case as one writes it', () => {
  expectTypeOf<{ id: number; input: string }>().toExtend<EvaluationCaseInput>()
  expectTypeOf<{ input: string }>().not.toExtend<EvaluationCaseInput>()
  expectTypeOf<{ id: string; input: string; type: 'e2e' }>().not.toExtend<EvaluationCaseInput>()
  expectTypeOf<{
    id: string
    input: string
    intent: string
    rubric: { criteria: [{ text: string; check: { matches: RegExp } }] }
  }>().toExtend<EvaluationCaseInput>()
  expectTypeOf<{
    id: string
    input: string
    rubric: { criteria: { text: string; check: Check }[] }
  }>().toExtend<EvaluationCaseInput>()

  // @ts-expect-error: unknown fields do not exist
  const misspelt: EvaluationCaseInput = { id: 'a', input: 'x', inten: 'order' }
  expectTypeOf(misspelt).toExtend<EvaluationCaseInput>()
})

test('a case as loadCases gives it', () => {
  expectTypeOf<EvaluationCase['id']>().toEqualTypeOf<string>()
  expectTypeOf<EvaluationCase['tags']>().toEqualTypeOf<string[]>()
  expectTypeOf<EvaluationCase['type']>().toEqualTypeOf<CaseRecord['type']>()
  expectTypeOf<EvaluationCase['skip']>().toEqualTypeOf<string | boolean | undefined>()
  expectTypeOf<NonNullable<EvaluationCase['intent']>['name']>().toEqualTypeOf<string>()
  expectTypeOf<NonNullable<EvaluationCase['rubric']>>().toExtend<Rubric>()
  expectTypeOf<NonNullable<EvaluationCase['entities']>>().toExtend<Record<string, unknown>>()
  expectTypeOf<EvaluationCase>().toExtend<EvaluationCaseInput>()
})
