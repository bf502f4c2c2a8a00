import { expect, test } from 'vitest'
import { csvCell } from '../../src/cases/csv-cell.js'

test.for<[string, string, unknown]>([
  ['input', '{"a": 1}', '{"a": 1}'],
  ['input', ' "x" ', ' "x" '],
  ['intent', 'order_support', 'order_support'],
  ['intent', '{"name": "a"}', { name: 'a' }],
  ['intent.examples', 'a; b;', ['a', 'b']],
  ['rubric', '"Short" is best', '"Short" is best'],
  ['entities', '{"a": 1}', { a: 1 }],
  ['entities', '12345', '12345'],
  ['entities.order_id', '00123', '00123'],
  ['entities.order_id', '["00123"]', ['00123']],
  ['entities.order_id', '"00123"', '00123'],
  ['aliases.Germany', 'DE;Deutschland', ['DE', 'Deutschland']],
  ['tags', '["a;b"]', ['a;b']],
  ['thresholds.intent', ' .5', ' .5'],
  ['thresholds.intent', ' 0.5', 0.5],
  ['priority', '2', 2],
  ['priority', 'high', 'high'],
  ['skip', 'False', false],
  ['skip', 'flaky', 'flaky'],
  ['only', 'perhaps', 'perhaps'],
])('%s: %s', ([column, cell, value]) => {
  expect(csvCell(column, cell)).toStrictEqual(value)
})

test('what starts as JSON and is none throws', () => {
  expect(() => csvCell('entities', '{a}')).toThrow(SyntaxError)
})
