import { expect, test } from 'vitest'
import { midRanks } from '../../src/statistics/mid-ranks.js'

test('ranks from 1, ties sharing the mean of theirs', () => {
  expect(midRanks({ values: [10, 30, 30, 20] }).ranks).toEqual([1, 3.5, 3.5, 2])
  expect(midRanks({ values: [5, 5, 5] }).ranks).toEqual([2, 2, 2])
  expect(midRanks({ values: [-0, 0, -1] }).ranks).toEqual([2.5, 2.5, 1])
  expect(midRanks({ values: [] }).ranks).toEqual([])
})

test('says how many share each rank that is shared', () => {
  expect(midRanks({ values: [1, 2, 2, 5, 3, 5, 5] }).tieSizes).toEqual([2, 3])
  expect(midRanks({ values: [3, 1, 2] }).tieSizes).toEqual([])
})
