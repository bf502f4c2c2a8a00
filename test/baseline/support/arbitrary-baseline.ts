import fc from 'fast-check'
import type { Baseline } from '../../../src/baseline/baseline.js'

/** Strings that YAML, its readers and UTF-8 are known to stumble over, alone and inside others. */
const hard = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\x85',
    '\u2028',
    '\u2029',
    '\uFEFF',
    '\0',
    '\x1b',
    '\x7f',
    '\xa0',
    '\uFFFE',
    '\u202e',
  ],
  ...[
    '---',
    '...',
    '--- a',
    'yes',
    'No',
    'null',
    '~',
    'true',
    '1e3',
    '0x1F',
    '.inf',
    '0123456789',
    '2026-11-23',
    '1:30',
    '=',
    '<<',
  ],
  ...[
    '- a',
    '? a',
    'a: b',
    'a:',
    ':a',
    'a #b',
    '#',
    '&a',
    '*a',
    '!a',
    '|',
    '>-',
    '%TAG',
    '@',
    '`',
    '[',
    '{}',
    '"',
    "'",
    '\\',
    '\\n',
  ],
  ...[
    '  leading',
    'trailing  ',
    '\n  \n x',
    'a\n ',
    ' \na',
    '\ta\n\tb',
    'a\n\n\n',
    '\n\na',
    'a\n---\nb',
    '<<<<<<< HEAD',
    'a\n=======\nb',
  ],
  ...[
    '👩‍👩‍👧',
    '𝒳',
    '\uE000',
    '好',
    'é',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'x'.repeat(1100),
    `${'word '.repeat(500)}end`,
  ],
]

/** Any string without lone surrogates. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hard),
  fc
    .array(fc.oneof(fc.constantFrom(...hard, '\n', ' '), fc.string({ unit: 'grapheme', maxLength: 8 })), {
      maxLength: 5,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const rounded = (digits: number) => fc.integer({ min: 0, max: 10 ** digits }).map((n) => n / 10 ** digits)

const shared = {
  trials: fc.integer({ min: 2, max: 99 }),
  declined: fc.integer({ min: 1, max: 9 }),
  expects: anyText,
  judge: anyText,
  served: anyText,
  rationale: anyText,
}

const digits = (count: number) =>
  fc.double({ min: -1e100, max: 1e100, noNaN: true }).map((x) => Number((x + 0).toPrecision(count)) + 0)

const anyScore = fc.oneof(
  fc.record(
    { score: rounded(2), sd: rounded(3), values: fc.array(rounded(3), { minLength: 2, maxLength: 10 }), ...shared },
    { requiredKeys: ['score', 'expects', 'judge', 'rationale'] },
  ),
  fc.record(
    {
      score: digits(6),
      unit: fc.constant('number' as const),
      sd: digits(3).map(Math.abs),
      values: fc.array(digits(6), { minLength: 2, maxLength: 10 }),
      ...shared,
    },
    { requiredKeys: ['score', 'unit', 'expects', 'judge', 'rationale'] },
  ),
)

const record = <T>(value: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(fc.tuple(anyText, value), { maxLength }).map((pairs): Record<string, T> => Object.fromEntries(pairs))

const anyEntry = fc.record(
  {
    input: fc.oneof(anyText, fc.array(anyText, { maxLength: 3 })),
    context: anyText,
    scores: record(anyScore, 3),
    passed: fc.nat(),
    trials: fc.integer({ min: 1, max: 99 }),
    latencyMs: fc.nat(),
    reply: anyText,
  },
  { requiredKeys: ['input', 'scores', 'reply'] },
)

export const anyBaseline: fc.Arbitrary<Baseline> = record(anyEntry, 4).map((entries) => ({ version: 1, entries }))
