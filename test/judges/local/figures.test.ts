import { expect, test } from 'vitest'
import { figuresOf, indexOfFigure, listFigures } from '../../../src/judges/local/figures.js'
import { tokenize } from '../../../src/text/tokenize.js'

const figures = (text: string) => figuresOf(tokenize(text))

test.for<[string, string[]]>([
  ['Your parcel is on its way.', []],
  ['Free for 30 days, then €4.50.', ['30 days', '4.50 eur']],
  ['On 22 May 2026 or on June 3.', ['22 may', '2026', '3 june']],
  ['At 14:00, parcel HP-5520-713, id AB12CD.', ['14 00', 'hp 5520 713', 'ab12cd']],
  ['20 % off, weighs 5kg.', ['20 percent', '5 kg']],
])('%s', ([text, expected]) => {
  expect(figures(text).map((figure) => figure.text)).toEqual(expected)
})

test('are found among others as numbers, and listed once each', () => {
  expect(indexOfFigure(figures('1, then 4.50 €'), figures('4.5 €')[0]!)).toBe(1)
  expect(indexOfFigure(figures('1'), figures('2')[0]!)).toBe(-1)
  expect(listFigures(figures('5 days, 5 days'))).toBe('"5 days"')
})
