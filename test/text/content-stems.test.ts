import { expect, test } from 'vitest'
import { contentStems } from '../../src/text/content-stems.js'
import { tokenize } from '../../src/text/tokenize.js'

test('leaves function words and numbers out, and says each stem once', () => {
  expect(contentStems(tokenize('Your 2 orders: the order 48213 isn’t on its way, it was delivered.'))).toEqual([
    'order',
    'way',
    'deliv',
  ])
})

test('leaves out the function words of the language too', () => {
  expect(contentStems(tokenize('Ihre Bestellung ist unterwegs.'), 'de')).toEqual(['bestellung', 'unterweg'])
})
