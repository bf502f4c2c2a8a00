import { expect, test } from 'vitest'
import { judgeSimilarity } from '../../../src/judges/local/judge-similarity.js'

const valueOf = (reply: string, text: string) => judgeSimilarity({ metric: 'similarity', input: '', reply, text }).value

test.for<[string, string, number | null]>([
  ['Your order is on its way!', 'your order is on its way', 1],
  ['It costs 1,234.50 €.', 'It costs 1234.5 €', 1],
  [':)', ':)', 1],
  ['The orders shipped.', 'Order ships', 0.9],
  ['man bites dog', 'dog bites man', null],
  ['Is it there?', 'It is there.', null],
  ['It is there.', 'It is not there.', null],
  ['It costs 20 €.', 'It costs 30 €.', null],
  ['To Bern', 'From Bern', null],
  ['Hello', 'Good day', null],
  [':)', ':(', null],
])('%s / %s', ([reply, text, value]) => {
  expect(valueOf(reply, text)).toBe(value)
  expect(valueOf(text, reply)).toBe(value)
})
