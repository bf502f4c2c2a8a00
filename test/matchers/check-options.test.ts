import { expect, test } from 'vitest'
import { checkOptions, type OptionTypes } from '../../src/matchers/check-options.js'

interface Options {
  atLeast?: unknown
  description?: unknown
  input?: unknown
  exact?: unknown
  examples?: unknown
  aliases?: unknown
  rubric?: unknown
  criteria?: unknown
  check?: unknown
}

const types: OptionTypes<Required<Options>> = {
  atLeast: 'number',
  description: 'string',
  input: 'text',
  exact: 'boolean',
  examples: 'strings',
  aliases: 'object',
  rubric: 'rubric',
  criteria: 'criteria',
  check: 'check',
}

const check = (options: unknown) => checkOptions('toHaveIntent', options as Required<Options>, types)

test.for<object>([
  {},
  { atLeast: undefined },
  { atLeast: 0.5, description: 'Says hello.', input: '', exact: false, examples: ['Hi'], aliases: {} },
  { rubric: 'Is it polite?' },
  { check: { mentions: '12345' } },
  { rubric: { criteria: [{ text: 'is polite' }] } },
  { criteria: [{ text: 'names it', weight: 0.5, check: { mentions: '12345' } }] },
  {
    criteria: [
      { text: 'is short', check: { maxWords: 80 } },
      { text: 'promises nothing', check: { avoids: /soon/ } },
    ],
  },
])('takes %o', (options) => {
  expect(() => check(options)).not.toThrow()
})

const rubric = 'prose or { criteria: [{ text, weight?, check? }] }'
const criteria = 'a non-empty list of { text, weight?, check? }'

test.for<[object, string]>([
  [{ atLeast: '0.8' }, 'expected the option "atLeast" as a finite number, got "0.8"'],
  [{ atLeast: NaN }, 'expected the option "atLeast" as a finite number, got NaN'],
  [{ atLeast: null }, 'expected the option "atLeast" as a finite number, got null'],
  [{ description: ' ' }, 'expected the option "description" as a non-empty string, got an empty string'],
  [{ input: 7 }, 'expected the option "input" as a string, got 7'],
  [{ exact: 'yes' }, 'expected the option "exact" as true or false, got "yes"'],
  [{ examples: [] }, 'expected the option "examples" as a non-empty list of strings, got an empty list'],
  [{ examples: ['a', 1] }, 'expected the option "examples" as a non-empty list of strings, got a list of 2'],
  [{ examples: 'Hi' }, 'expected the option "examples" as a non-empty list of strings, got "Hi"'],
  [{ aliases: ['SFO'] }, 'expected the option "aliases" as an object, got a list of 1'],
  [{ aliases: () => 1 }, 'expected the option "aliases" as an object, got a function'],
  [
    { check: { mention: 'x' } },
    `expected the option "check" as a check such as { mentions: '12345' }, got an object with mention`,
  ],
  [{ rubric: '' }, `expected the option "rubric" as ${rubric}, got an empty string`],
  [{ rubric: {} }, `expected the option "rubric" as ${rubric}, got an object with no members`],
  [{ rubric: { criteria: [] } }, `expected the option "rubric" as ${rubric}, got an object with criteria`],
  [{ rubric: Promise.resolve('') }, `expected the option "rubric" as ${rubric}, got a promise`],
  [{ criteria: [] }, `expected the option "criteria" as ${criteria}, got an empty list`],
  [{ criteria: ['is polite'] }, `expected the option "criteria" as ${criteria}, got a list of 1`],
  [{ criteria: [{ text: '' }] }, `expected the option "criteria" as ${criteria}, got a list of 1`],
  [{ criteria: [{ text: 'a', weight: 0 }] }, `expected the option "criteria" as ${criteria}, got a list of 1`],
  [{ criteria: [{ text: 'a', check: {} }] }, `expected the option "criteria" as ${criteria}, got a list of 1`],
  [
    { criteria: [{ text: 'a', check: { mention: 'b' } }] },
    `expected the option "criteria" as ${criteria}, got a list of 1`,
  ],
])('refuses %o', ([options, message]) => {
  expect(() => check(options)).toThrow(new TypeError(`toHaveIntent: ${message}`))
})

test('refuses an option that it does not know, and lists those that it does', () => {
  for (const name of ['atleast', 'toString', '__proto__']) {
    expect(() => check(Object.fromEntries([[name, 1]]))).toThrow(
      `toHaveIntent: unknown option "${name}"; known are aliases, atLeast, check, criteria, description, exact, examples, input, rubric`,
    )
  }
})

test('refuses options that are none', () => {
  expect(() => check(0.8)).toThrow('toHaveIntent: expected its options as an object, got 0.8')
  expect(() => check(null)).toThrow('toHaveIntent: expected its options as an object, got null')
  expect(() => check(['Hi'])).toThrow('toHaveIntent: expected its options as an object, got a list of 1')
})
