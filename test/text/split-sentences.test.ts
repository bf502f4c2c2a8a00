import { expect, test } from 'vitest'
import { splitSentences } from '../../src/text/split-sentences.js'

test('ends a sentence at its mark and at a line break', () => {
  expect(splitSentences('Hi! Order 4.5 is packed.\n\n- soon\nIs it?  您好。再见。')).toEqual([
    'Hi!',
    'Order 4.5 is packed.',
    '- soon',
    'Is it?',
    '您好。',
    '再见。',
  ])
})
