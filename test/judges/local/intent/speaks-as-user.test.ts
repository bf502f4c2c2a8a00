import { expect, test } from 'vitest'
import { speaksAsUser } from '../../../../src/judges/local/intent/speaks-as-user.js'

test.each([
  'I want to cancel my order.',
  'Can you tell me where my parcel is?',
  'Book a table for two, please.',
  'okay, find me a flat in Bern',
  'please refund it',
])('a user: %s', (text) => {
  expect(speaksAsUser(text)).toBe(true)
})

test.each([
  'Your parcel is on its way.',
  'Let me look into order 881 for you.',
  'Order 55012 was handed to the carrier yesterday.',
  'Which day would you like to travel?',
  'I have found three flats for you.',
  'Please confirm: a table for two at seven.',
  'Where to?',
  'Ich möchte meine Bestellung stornieren.',
  '',
])('not plainly a user: %s', (text) => {
  expect(speaksAsUser(text)).toBe(false)
})
