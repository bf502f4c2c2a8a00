import { expect, test } from 'vitest'
import { nearestPhrase } from '../../src/text/nearest-phrase.js'
import { tokenize } from '../../src/text/tokenize.js'

const nearest = (text: string, value: string) => nearestPhrase(tokenize(text), tokenize(value))

test('names what was likely meant', () => {
  expect(nearest('Your order 12354 goes to San Fransisco.', '12345')).toBe('12354')
  expect(nearest('Your order 12354 goes to San Fransisco.', 'San Francisco')).toBe('san fransisco')
})

test('names nothing where nothing is near', () => {
  expect(nearest('Thanks for your message.', '12345')).toBeUndefined()
  expect(nearest('', '12345')).toBeUndefined()
})
