import type { input, output } from 'zod'
import type { caseSchema } from './case-schema.js'

type CaseSchema = ReturnType<typeof caseSchema>

/**
 * A case as {@link loadCases} gives it: checked, every default filled (`type: 'unit'`, `tags: []`, `thresholds: {}`), plain JSON.
 * An intent that was written as a label alone is `{ name }`, and an `id` is a string.
 */
export type EvaluationCase = output<CaseSchema>

/**
 * A case as one writes it, in a dataset or in TypeScript.
 *
 * @example
 * const cases: EvaluationCaseInput[] = [
 *   { id: 'late-parcel', input: 'Where is order 12345?', intent: 'order_support', entities: { order_id: ['12345'] } },
 *   { id: 'empty', input: '', rubric: { criteria: [{ text: 'asks what is wanted', check: { matches: /\?/ } }] } },
 * ]
 */
export type EvaluationCaseInput = input<CaseSchema>
