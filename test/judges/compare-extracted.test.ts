import { expect, test } from 'vitest'
import { compareExtracted } from '../../src/judges/compare-extracted.js'

test('reads dates in words and in digits', async () => {
  const expected = { day: '2019-03-04' }
  for (const day of ['March 4th 2019', '4.3.2019', '2019-03-04']) {
    expect((await compareExtracted({ expected, extracted: { day } })).value).toBe(1)
  }
  expect((await compareExtracted({ expected, extracted: { day: 'March 5th 2019' } })).value).toBe(0)
  const relative = { expected, extracted: { day: 'next Monday' } }
  expect((await compareExtracted({ ...relative, referenceDate: '2019-03-01' })).value).toBe(1)
  expect((await compareExtracted(relative)).value).toBe(0)
})
