import { expect, test } from 'vitest'
import { disorderSigns } from '../../../../src/judges/local/failures/disorder-signs.js'

test('what cannot stand beside each other is certain, what seldom does is weak', () => {
  expect(disorderSigns('I have booked a table for two people.')).toEqual({ certain: 0, weak: 0 })
  expect(disorderSigns('The of a booked table is your.').certain).toBeGreaterThanOrEqual(2)
  expect(disorderSigns('It is booked for you you today.').certain).toBe(1)
  expect(disorderSigns('The table table is booked today.')).toEqual({ certain: 0, weak: 1 })
})
