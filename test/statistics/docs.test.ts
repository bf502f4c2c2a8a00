import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as statistics from '../../src/statistics/index.js'
import { docExamples, evaluateExample } from '../support/doc-example.js'

const document = readFileSync(join(import.meta.dirname, '../../docs/statistics.md'), 'utf8')

test('the tables name every function, and no other', () => {
  const rows = document.split('\n').filter((line) => line.startsWith('| `'))
  const named = rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!))
  expect(named.sort()).toEqual(Object.keys(statistics).sort())
})

const lines = docExamples('docs/statistics.md', 'An example')[0]!.split('\n')
const setup = lines.filter((line) => line.startsWith('const ')).join('\n')
const shown = lines.filter((line) => line.includes(' // '))

test('the example has lines to check', () => {
  expect(shown).toHaveLength(6)
})

test.for(shown)('in the example, %s', (line) => {
  const [expression = '', comment = ''] = line.split(' // ')
  const found = evaluateExample(`(() => { ${setup}\nreturn ${expression} })()`, { ...statistics })
  const numbers = JSON.stringify(found).match(/-?\d[\d.e-]*/g) ?? []
  const expected = comment.replace(/…:.*/, '…').match(/-?\d[\d.]*…?/g) ?? []
  expect(numbers).toHaveLength(expected.length)
  for (const [at, digits] of expected.entries()) {
    if (digits.endsWith('…')) expect(numbers[at]?.startsWith(digits.slice(0, -1)), numbers[at]).toBe(true)
    else expect(Number(numbers[at])).toBeCloseTo(Number(digits), 12)
  }
})
