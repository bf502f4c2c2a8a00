import { expect, test } from 'vitest'
import { sameValue } from '../../src/text/same-value.js'
import { tokenize } from '../../src/text/tokenize.js'

const same = (found: string, wanted: string) => sameValue(tokenize(found), tokenize(wanted))

test.each([
  ['#12345', '12345'],
  ['1,234.50', '1234.5'],
  ['€128', '128.00'],
  ['128 EUR', '€128.00'],
  ['san francisco', 'San Francisco'],
])('%s is %s', (found, wanted) => expect(same(found, wanted)).toBe(true))

test.each([
  ['12345', '5'],
  ['$128', '€128'],
  ['San Francisco', 'San'],
  ['San', 'San Francisco'],
  ['', 'x'],
])('%s is not %s', (found, wanted) => expect(same(found, wanted)).toBe(false))
