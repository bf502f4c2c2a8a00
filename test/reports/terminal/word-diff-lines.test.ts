import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../../src/reports/terminal/display-width.js'
import { createPalette } from '../../../src/reports/terminal/palette.js'
import { wordDiff } from '../../../src/reports/terminal/word-diff.js'
import { wordDiffLines } from '../../../src/reports/terminal/word-diff-lines.js'

function show(before: string, after: string, { width = 200, maxLines = 20, colors = false } = {}): string {
  return wordDiffLines(wordDiff(before, after), width, maxLines, createPalette(colors)).join('\n')
}

describe('the word diff', () => {
  test.each([
    ['a changed word', 'It costs $25 a month.', 'It costs $30 a month.', 'It costs $[-25-] {+30+} a month.'],
    ['an added end', 'Hello', 'Hello there', 'Hello {+there+}'],
    ['everything', 'Your refund is sent', 'Sorry', '[-Your refund is sent-] {+Sorry+}'],
    ['an empty reply', 'Hello', '', '[-Hello-]'],
    ['Cyrillic words whole', 'Ваш заказ отправлен', 'Ваш заказ отменён', 'Ваш заказ [-отправлен-] {+отменён+}'],
    ['white space alone', 'one  two', 'one two', 'one two'],
  ])('shows %s', (_, before, after, expected) => {
    expect(show(before, after)).toBe(expected)
  })

  test('elides what is unchanged, and the tail of long changes', () => {
    const same = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ')
    expect(show(`a ${same} b ${same}`, `c ${same} d ${same}`)).toMatchInlineSnapshot(
      `"[-a-] {+c+} w0 w1 w2 w3 w4 … w25 w26 w27 w28 w29 [-b-] {+d+} w0 w1 w2 w3 w4 …"`,
    )
    expect(show('', `${same} ${same}`, { width: 400 })).toMatch(/w9 …\+\}$/)
  })

  test('finds a change far behind', () => {
    const same = 'the same words over and over again '.repeat(3000)
    expect(show(`${same}today`, `${same}now`)).toBe('… words over and over again [-today-] {+now+}')
  })

  test('ends after its last line', () => {
    expect(show('', 'one two three four five six', { width: 10, maxLines: 2 })).toMatchInlineSnapshot(`
      "{+one two
      three four
      …"
    `)
  })

  test('gives up on texts that share nothing, in time', () => {
    const words = (prefix: string) => Array.from({ length: 4000 }, (_, index) => `${prefix}${index}`).join(' ')
    expect(show(words('a'), words('b'))).toMatch(/^\[-a0 a1 /)
  })

  test('marks by colour where there is one', () => {
    const colored = show('one two', 'one three', { colors: true })
    expect(colored).toContain('\u001b[31m')
    expect(stripVTControlCharacters(colored)).toBe('one two three')
  })

  test('keeps its width for any two texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(text, text, fc.integer({ min: 8, max: 40 }), (before, after, width) => {
        for (const line of show(before, after, { width }).split('\n')) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width)
        }
      }),
      { numRuns: 200 },
    )
  })
})
