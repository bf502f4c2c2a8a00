import { expect, test } from 'vitest'
import { nearestName } from '../../src/cases/nearest-name.js'

const FIELDS = ['id', 'input', 'intent', 'entities', 'referenceDate', 'reference', 'tags', 'thresholds']

test.for<[string, string | undefined]>([
  ['inten', 'intent'],
  ['Intent', 'intent'],
  ['itnent', 'intent'],
  ['reference_date', 'referenceDate'],
  ['expectedIntent', 'intent'],
  ['tag', 'tags'],
  ['treshold', 'thresholds'],
  ['message', undefined],
  ['', undefined],
])('%s → %s', ([name, nearest]) => {
  expect(nearestName(name, FIELDS)).toBe(nearest)
})
