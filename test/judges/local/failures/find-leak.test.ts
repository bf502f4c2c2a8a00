import { describe, expect, test } from 'vitest'
import { findLeak } from '../../../../src/judges/local/failures/find-leak.js'

const find = (reply: string, input = 'Where is my parcel?') => findLeak({ input, reply })?.evidence

test.for([
  ['Hello {{ name }}!', '{{ name }}'],
  ['Hello ${user.name}!', '${user.name}'],
  ['Hello {first_name}!', '{first_name}'],
  ['Hello [CUSTOMER NAME]!', '[CUSTOMER NAME]'],
  ['Hello undefined, it is in Bern.', 'Hello undefined'],
  ['It is [object Object].', '[object Object]'],
  ['It costs NaN euros.', 'NaN'],
  ['It comes on Invalid Date.', 'Invalid Date'],
  ['It is in Bern.<|im_end|>', '<|im_end|>'],
  [
    'Traceback (most recent call last):\n  File "a.py", line 1, in f\nKeyError: 1',
    'Traceback (most recent call last):',
  ],
  ['Oh: \n    at find (/srv/app.js:10:4)', 'at find (/srv/app.js:10:4)'],
  ['x\n\tat com.shop.Find.run(Find.java:12)', 'at com.shop.Find.run(Find.java:12)'],
  ['{"error": {"message": "overloaded"}}', '{"error": {"message": "overloaded"}}'],
])('%j', ([reply = '', evidence]) => {
  expect(find(reply)).toBe(evidence)
})

describe('lets be', () => {
  test.for([
    ['It is in Bern.'],
    ['Write `{{ name }}` where the name belongs.'],
    ['Hello {{ name }}!', 'How do I print a name in a template?'],
    ['TypeError: x\n    at f (/a.js:1:2)', 'What does my error look like?'],
    ['Dear [Landlord Name],', 'Write a letter to my landlord'],
    ['What {{ name }} means is up to you.', 'What does {{ name }} mean to you?'],
    ['It is undefined.', 'What is one divided by zero?'],
    ['The contract is null and void.', 'Is the contract valid?'],
    ['Naan is a bread, Nan is a name.'],
    ['The set {a, b} has two elements.'],
    ['It is 100% sure.'],
  ])('%s', ([reply = '', input]) => {
    expect(find(reply, input)).toBeUndefined()
  })

  test('but for chat tokens, which no code asks for', () => {
    expect(find('def f(): pass<|im_end|>', 'Write a function in Python')).toBe('<|im_end|>')
    expect(find('It is <|im_end|>.', 'Which token ends a turn, <|im_end|> or another?')).toBeUndefined()
  })
})
