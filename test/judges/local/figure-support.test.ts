import { expect, test } from 'vitest'
import { figureSupport } from '../../../src/judges/local/figure-support.js'
import { figuresOf } from '../../../src/judges/local/figures.js'
import { tokenize } from '../../../src/text/tokenize.js'

test.for<[string, string, string]>([
  ['22 May', 'Arrives May 22.', 'stated'],
  ['22 May', 'Arrives 22 June.', 'absent'],
  ['22 May', 'Arrives 2026-05-22.', 'unclear'],
  ['22 May', 'Order 22 is lost.', 'unclear'],
  ['€20', 'Costs 20.00 EUR.', 'stated'],
  ['€20', 'Costs 20.', 'stated'],
  ['€20', 'Costs $20.', 'absent'],
  ['30 days', 'Free for 30 days.', 'stated'],
  ['30 days', 'Free from 30 euros.', 'absent'],
  ['45 days', 'Free for forty-five days.', 'unclear'],
  ['45 days', 'Free for forty days.', 'absent'],
  ['14 days', 'Free for fourteen days.', 'unclear'],
  ['1 day', 'It takes a day.', 'unclear'],
  ['300', 'Three hundred of them.', 'unclear'],
  ['14:00', 'At 14:00.', 'stated'],
  ['14:00', 'At 2 pm.', 'unclear'],
  ['14:00', 'At 9:30.', 'absent'],
  ['HP-5520-713', 'Parcel hp-5520-713', 'stated'],
  ['HP-5520-713', 'Parcel HP-5520-714', 'absent'],
  ['5520', 'Parcel HP-5520-713', 'unclear'],
])('%s in "%s" is %s', ([figure, text, support]) => {
  expect(figureSupport(figuresOf(tokenize(figure))[0]!, tokenize(text))).toBe(support)
})
