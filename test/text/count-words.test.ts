import { expect, test } from 'vitest'
import { countWords } from '../../src/text/count-words.js'

test.each([
  ["Don't buy a 10-speed chain - not yet!", 7],
  ['', 0],
  ['  … 🙂 \n', 0],
  ['您好，谢谢！', 2],
])('%j has %i words', (text, words) => expect(countWords(text)).toBe(words))
