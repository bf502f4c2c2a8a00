import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonRowOffsets, jsonSyntaxError } from '../../src/cases/json-positions.js'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('jsonSyntaxError', () => {
  test('finds an error exactly where JSON.parse does', () => {
    const json = fc.json({ maxDepth: 3 })
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '"a"',
      '01',
      '-',
      '1.',
      'nul',
      ' ',
      '\n',
      '\t',
      '\\u12',
      '/',
    )
    const damaged = fc.tuple(json, fc.nat(), fc.nat(3), token).map(([text, at, length, put]) => {
      const start = at % (text.length + 1)
      return text.slice(0, start) + put + text.slice(start + length)
    })
    fc.assert(
      fc.property(
        fc.oneof(
          json,
          damaged,
          fc.array(token).map((tokens) => tokens.join('')),
        ),
        (text) => {
          expect(jsonSyntaxError(text) === undefined).toBe(isJson(text))
        },
      ),
      { numRuns: 1500 },
    )
  })

  test.for<[string, number, string]>([
    ['{"a": 1,}', 8, 'expected a name in quotes, got `}`'],
    ['[1, 2', 5, 'expected `,` or `]`, got the end'],
    ['{"a" 1}', 5, 'expected `:`, got `1`'],
    ["{'a': 1}", 1, "expected a name in quotes or `}`, got 'a':"],
    ['[None]', 1, 'expected a value or `]`, got None]'],
    ['{"a": "b\nc"}', 6, 'expected a value, got "b, a text that is not closed or not escaped as JSON asks'],
    ['1 2', 2, 'expected nothing more, got `2`'],
  ])('%j', ([text, offset, message]) => {
    expect(jsonSyntaxError(text)).toStrictEqual({ offset, message })
  })

  test('reads a string of megabytes', () => {
    expect(jsonSyntaxError(`["${'a\\n'.repeat(1_000_000)}"]`)).toBeUndefined()
  })
})

describe('jsonRowOffsets', () => {
  test('are where the rows of a list start', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({ maxDepth: 2 })), fc.boolean(), (rows, inCases) => {
        const document = inCases ? { before: [[1], { cases: [2] }], cases: rows, after: [3] } : rows
        const text = JSON.stringify(document, undefined, 2)
        const offsets = jsonRowOffsets(text)
        expect(offsets).toHaveLength(rows.length)
        for (const [index, row] of rows.entries()) {
          expect(text.slice(offsets[index])).toMatch(JSON.stringify(row)[0]!)
          expect(text.slice(0, offsets[index]).trimEnd()).toMatch(index === 0 ? /\[$/ : /,$/)
        }
      }),
      { numRuns: 100 },
    )
  })
})
