import { expect, test } from 'vitest'
import { wantedFailures } from '../../../../src/judges/local/failures/wanted-failures.js'
import type { Criterion } from '../../../../src/judges/judge.js'

const input = 'Where is my parcel?'
const ofCriteria = (...criteria: Criterion[]) => [...wantedFailures(input, { criteria }, undefined)]

test('prose that speaks of it', () => {
  expect(wantedFailures(input, 'The reply declines, in French.', undefined)).toEqual(
    new Set(['refusal', 'wrong-language']),
  )
  expect(ofCriteria({ text: 'refuses to tell' })).toEqual(['refusal'])
})

test('but not prose that asks for the contrary', () => {
  expect(wantedFailures(input, 'Does not refuse, never repeats itself.', undefined)).toEqual(new Set())
})

test('a check of the language', () => {
  expect(ofCriteria({ text: 'is right', check: { language: 'fr' } })).toEqual(['wrong-language'])
})

test('texts that would be one themselves', () => {
  expect(ofCriteria({ text: 'is right', check: { answers: "I'm sorry, I can't help with that." } })).toEqual([
    'refusal',
  ])
  expect(ofCriteria({ text: 'is right', check: { mentions: '{{name}}' } })).toEqual(['leak'])
  expect(wantedFailures(input, undefined, 'Das Paket ist in Bern und kommt morgen zu Ihnen nach Hause.')).toEqual(
    new Set(['wrong-language']),
  )
})

test('nothing else', () => {
  expect(ofCriteria({ text: 'names the city', check: { mentions: ['Bern', '12345'] } })).toEqual([])
  expect(wantedFailures(input, 'Is it polite and exact?', 'It is in Bern.')).toEqual(new Set())
})
