import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { dump } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatasetError } from '../../src/cases/dataset-error.js'
import { readCases } from '../../src/cases/read-cases.js'
import { shownPath } from '../../src/cases/shown-path.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-cases-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function cases(name: string, text: string | Uint8Array) {
  writeFileSync(join(folder, name), text)
  return readCases(join(folder, name))
}

/** The message, with the file as if the working directory were the temporary folder. */
function failure(name: string, text: string | Uint8Array): string {
  try {
    cases(name, text)
  } catch (error) {
    expect(error).toBeInstanceOf(DatasetError)
    return (error as DatasetError).message.replaceAll(`${shownPath(folder)}/`, '').replaceAll(folder, '<folder>')
  }
  throw new Error(`${name} was read without an error`)
}

const ROWS = [
  {
    id: 'late-parcel',
    input: 'Where is "12345",\nplease?',
    intent: 'order_support',
    entities: { order_id: ['00123'], when: { from: '2026-03-01', to: null } },
    aliases: { Germany: ['DE', 'Deutschland'] },
    referenceDate: '2026-03-31',
    rubric: { criteria: [{ text: 'names the order', weight: 2, check: { mentions: '00123' } }] },
    reference: 'It is on its way.',
    context: { plan: 'pro', seats: 3 },
    history: [{ role: 'user', content: 'Hi' }],
    type: 'regression',
    priority: 1,
    tags: ['orders', 'edge'],
    skip: 'flaky',
    only: true,
    thresholds: { intent: 0.5, latencyMs: 2000 },
  },
  { id: 'empty', input: '', rubric: 'asks what is wanted' },
]

const RESOLVED = [
  { ...ROWS[0], intent: { name: 'order_support' } },
  { ...ROWS[1], type: 'unit', tags: [], thresholds: {} },
]

const CSV = [
  'id,input,intent,entities.order_id,entities.when,aliases,referenceDate,rubric,reference,context.plan,context,history,type,priority,tags,skip,only,thresholds.intent,thresholds.latencyMs',
  'late-parcel,"Where is ""12345"",\nplease?",order_support,"[""00123""]","{""from"":""2026-03-01"",""to"":null}",' +
    '"{""Germany"":[""DE"",""Deutschland""]}",2026-03-31,' +
    '"{""criteria"":[{""text"":""names the order"",""weight"":2,""check"":{""mentions"":""00123""}}]}",It is on its way.,' +
    ',"{""plan"":""pro"",""seats"":3}","[{""role"":""user"",""content"":""Hi""}]",regression,1,orders; edge,flaky,TRUE,0.5,2e3',
  'empty,,,,,,,asks what is wanted,,,,,,,,,,,',
].join('\n')

const FORMATS = {
  'cases.jsonl': ROWS.map((row) => JSON.stringify(row)).join('\n\n'),
  'cases.ndjson': `${ROWS.map((row) => JSON.stringify(row)).join('\n')}\n`,
  'list.json': JSON.stringify(ROWS),
  'cases.json': JSON.stringify({ description: 'support', cases: ROWS }, undefined, 2),
  'list.yaml': dump(ROWS),
  'cases.yml': `defaults: &defaults\n  type: unit\n${dump({ cases: ROWS })}`,
  'cases.csv': CSV,
}

describe.for(Object.entries(FORMATS))('%s', ([name, text]) => {
  test('gives the rows, with every default filled, as plain objects', () => {
    expect(cases(name, text)).toStrictEqual(RESOLVED)
  })

  test('may start with a byte order mark', () => {
    expect(cases(name, `\uFEFF${text}`)).toStrictEqual(RESOLVED)
  })

  test('may have Windows line ends', () => {
    const withoutBreaksInCells = text.replaceAll(',\nplease', ', please')
    const read = cases(name, withoutBreaksInCells.replaceAll('\n', '\r\n'))
    expect(read.map(({ id, tags, only }) => ({ id, tags, only }))).toStrictEqual([
      { id: 'late-parcel', tags: ['orders', 'edge'], only: true },
      { id: 'empty', tags: [], only: undefined },
    ])
  })
})

test('rows of one file share nothing that a test could change', () => {
  const [first, second] = cases(
    'shared.yaml',
    '- &a { id: 1, input: x, context: &c { n: 1 } }\n- { id: 2, input: y, context: *c }',
  )
  expect(first?.context).toStrictEqual(second?.context)
  expect(first?.context).not.toBe(second?.context)
  expect(first?.tags).not.toBe(second?.tags)
})

test('an id may be a whole number', () => {
  expect(cases('number.yaml', '- { id: 12, input: x }')[0]?.id).toBe('12')
})

test('an intent may be explained', () => {
  const intent = { name: 'refund', description: 'wants money back', examples: ['a'], alternatives: ['order'] }
  expect(cases('intent.json', JSON.stringify([{ id: 'a', input: '', intent }]))[0]?.intent).toStrictEqual(intent)
})

test('YAML rows may be merged from an anchor', () => {
  const text = 'defaults: &all { type: integration, tags: [slow] }\ncases:\n  - { <<: *all, id: a, input: x, tags: [] }'
  expect(cases('merged.yaml', text)).toStrictEqual([
    { id: 'a', input: 'x', type: 'integration', tags: [], thresholds: {} },
  ])
})

test('everything that is wrong is named, with its line and field', () => {
  expect(
    failure(
      'support.jsonl',
      [
        '{"id": "a", "input": "hello"}',
        '',
        '{"id": "b", "input": "x", "entities": "12345", "inten": "order", "thresholds": {"latencyMS": 5, "quality": 0.8}}',
        '{"id": "a", "input": 5, "intent": {"name": "", "example": ["x"]}, "referenceDate": "2026-02-30"}',
        '{"id": "c" "input": "x"}',
        '// a comment',
        '{"input": "x", "history": [{"role": "bot", "content": "y"}], "type": "e2e", "skip": "", "priority": 0.5}',
        '["d"]',
      ].join('\r\n'),
    ),
  ).toMatchInlineSnapshot(`
    "support.jsonl has 17 problems:
    support.jsonl:3 entities: expected an object, got "12345"; write {"order_id": ["12345"]}
    support.jsonl:3 thresholds.quality: expected a number from 1 to 5, got 0.8
    support.jsonl:3 thresholds.latencyMS: unknown field, did you mean \`latencyMs\`?
    support.jsonl:3 inten: unknown field, did you mean \`intent\`?
    support.jsonl:4 input: expected a text, got 5
    support.jsonl:4 intent.name: expected a text that is not empty, got ""
    support.jsonl:4 intent.example: unknown field, did you mean \`examples\`?
    support.jsonl:4 referenceDate: expected an ISO date that exists, got "2026-02-30"; write "2026-03-31" or "2026-03-31T09:00:00Z"
    support.jsonl:4 id: expected an id of its own, got "a", which is the id of line 1 too
    support.jsonl:5: expected \`,\` or \`}\`, got \`"input"\` (column 12; one JSON object a line)
    support.jsonl:6: expected a value, got "//"; JSON has no comments (column 1; one JSON object a line)
    support.jsonl:7 id: expected a text that is not empty, or a whole number, got nothing; give every case an id of its own
    support.jsonl:7 history[0].role: expected "user", "assistant" or "system", got "bot"
    support.jsonl:7 type: expected "unit", "integration", "performance", "user_acceptance" or "regression", got "e2e"
    support.jsonl:7 priority: expected a whole number, 1 or more, got 0.5
    support.jsonl:7 skip: expected a text that is not empty, got ""
    support.jsonl:8: expected a case { "id": "…", "input": "…" }, got ["d"]"
  `)
})

test('a rubric is checked to its last check', () => {
  const checks = [
    {},
    { mentions: 'a', avoids: 'b' },
    { mention: 'a' },
    { maxWords: 3, examples: ['x'] },
    { avoids: [5] },
    { matches: '^Dear' },
    { matches: { source: '(' } },
    { maxWords: 0 },
    { language: 'German' },
  ]
  const criteria = checks.map((check) => ({ text: 'is right', check }))
  const rows = [
    { id: 1, input: '', rubric: { criteria } },
    { id: 2, input: '', rubric: { criteria: [] } },
    { id: 3, input: '', rubric: { criteria: [{ text: 'x', wieght: 0 }] } },
    { id: 4, input: '', rubric: 4 },
    { id: 5, input: '', rubric: '' },
  ]
  expect(failure('rubric.json', `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`)).toMatchInlineSnapshot(`
    "rubric.json has 13 problems:
    rubric.json:2 rubric.criteria[0].check: expected exactly one of mentions, avoids, matches, maxWords, minWords, language, answers, intent, entities, got none
    rubric.json:2 rubric.criteria[1].check: expected exactly one of mentions, avoids, matches, maxWords, minWords, language, answers, intent, entities, got \`mentions\` and \`avoids\`; write a criterion for each
    rubric.json:2 rubric.criteria[2].check.mention: unknown field, did you mean \`mentions\`?
    rubric.json:2 rubric.criteria[3].check.examples: expected only beside \`intent\`, got it beside \`maxWords\`
    rubric.json:2 rubric.criteria[4].check.avoids[0]: expected a text or { "source": "…", "flags"? }, got 5
    rubric.json:2 rubric.criteria[5].check.matches: expected a pattern { "source": "…", "flags"? }, got "^Dear"; write { "source": "^Dear", "flags": "i" }
    rubric.json:2 rubric.criteria[6].check.matches: expected a regular expression that compiles, got: Invalid regular expression: /(/: Unterminated group
    rubric.json:2 rubric.criteria[7].check.maxWords: expected a whole number of words, 1 or more, got 0
    rubric.json:2 rubric.criteria[8].check.language: expected a two-letter language code (ISO 639-1), got "German"; write "de" for German
    rubric.json:3 rubric.criteria: expected at least one criterion, got []
    rubric.json:4 rubric.criteria[0].wieght: unknown field, did you mean \`weight\`?
    rubric.json:5 rubric: expected prose, or { "criteria": [{ "text": "…" }] }, got 4
    rubric.json:6 rubric: expected a text that is not empty, got """
  `)
})

test('every documented check is accepted', () => {
  const checks = [
    { mentions: ['a', 'b'] },
    { avoids: ['a', { source: 'b', flags: 'i' }] },
    { avoids: { source: 'b' } },
    { matches: { source: '^a' } },
    { maxWords: 80 },
    { minWords: 1 },
    { language: 'de' },
    { answers: 'Returns are free.' },
    { intent: 'refund', description: 'd', examples: ['e'] },
    { entities: { order_id: ['1'] } },
  ]
  const rubric = { criteria: checks.map((check) => ({ text: 'is right', check })) }
  expect(cases('checks.json', JSON.stringify([{ id: 'a', input: '', rubric }]))[0]?.rubric).toStrictEqual(rubric)
})

test('at most 20 problems are listed', () => {
  const text = Array.from({ length: 23 }, (_, index) => `{"id": ${index}}`).join('\n')
  const lines = failure('many.jsonl', text).split('\n')
  expect(lines).toHaveLength(22)
  expect([lines[0], lines[20], lines[21]]).toMatchInlineSnapshot(`
    [
      "many.jsonl has 23 problems:",
      "many.jsonl:20 input: expected a text, got nothing",
      "… and 3 more",
    ]
  `)
})

describe('lines', () => {
  test('in JSON are where a row starts', () => {
    const text =
      '{ "x": [[1], {"cases": [2]}],\n "cases": [\n  {"id": "a",\n   "input": ""}, 5,\n\n  {"id": "a", "input": "y"}]}'
    expect(failure('lines.json', text)).toMatchInlineSnapshot(`
      "lines.json has 2 problems:
      lines.json:4: expected a case { "id": "…", "input": "…" }, got 5
      lines.json:6 id: expected an id of its own, got "a", which is the id of line 3 too"
    `)
  })

  test('in YAML are where a row starts', () => {
    const text = [
      '# cases',
      'base: &base { id: base }',
      'cases:',
      '  - id: a',
      '    input: |',
      '      first',
      '      -',
      '  - # nothing',
      '  -',
      '  - *base',
      '  - &named',
      '    id: a',
      '    input: "x"',
      '    context: { n: [.nan] }',
    ].join('\n')
    expect(failure('lines.yaml', text)).toMatchInlineSnapshot(`
      "lines.yaml has 5 problems:
      lines.yaml:8: expected a case { "id": "…", "input": "…" }, got null
      lines.yaml:9: expected a case { "id": "…", "input": "…" }, got null
      lines.yaml:10 input: expected a text, got nothing
      lines.yaml:12 context.n[0]: expected JSON, got NaN
      lines.yaml:12 id: expected an id of its own, got "a", which is the id of line 4 too"
    `)
  })

  test('in CSV are where a row starts, and the header for its names', () => {
    const text = [
      'id,input,inten,entities,entities.a,priority',
      'a,"two\r\nlines",q,{1,,1',
      '',
      ',,,,,',
      'b,x,q,"{""a"":1}",2,high',
      'c,x',
      'a,x,q,12345,,1',
      'd,"x',
    ].join('\r\n')
    expect(failure('lines.csv', text)).toMatchInlineSnapshot(`
      "lines.csv has 8 problems:
      lines.csv:1 inten: unknown field, did you mean \`intent\`?
      lines.csv:2 entities: expected JSON, got "{1": expected a name in quotes or \`}\`, got \`1\`
      lines.csv:6 entities.a: expected to be given once, got it in two columns
      lines.csv:6 priority: expected a whole number, 1 or more, got "high"
      lines.csv:7: expected 6 cells, as the header has, got 2; put quotes around a cell that holds a comma, and double a quote inside it
      lines.csv:8 entities: expected an object, got "12345"; write {"order_id": ["12345"]}
      lines.csv:8 id: expected an id of its own, got "a", which is the id of line 2 too
      lines.csv:9: expected CSV, got: a quote that is not closed; write a quote inside a cell twice, and quotes around the cell"
    `)
  })
})

test.for([
  ['empty.jsonl', '\n'],
  ['empty.json', '[]'],
  ['empty.yaml', '# no cases yet\n'],
  ['empty.csv', 'id,input\n'],
])('no cases in %s is an error', ([name, text]) => {
  expect(failure(name!, text!)).toContain(`${name!}: expected at least one case, got none`)
})

test('a file that cannot be read as what its name says', () => {
  const messages = [
    failure('trailing.json', '[\n {"id": "a", "input": "x"},\n]'),
    failure('case.json', '{"case": []}'),
    failure('cases.json', '{"cases": {}}'),
    failure('key.yaml', '- id: a\n  id: b'),
    failure('open.yaml', '- id: [a'),
    failure('two.yaml', '- id: a\n---\n- id: b'),
    failure('semicolons.csv', 'id;input\na;b'),
    failure('columns.csv', 'id,message,id\na,b,c'),
    failure('quotes.csv', 'id,input\na,say "x"'),
    failure('cases.txt', ''),
    failure('latin1.csv', Buffer.from('id,input\na,schön', 'latin1')),
  ]
  expect(messages.map((message) => message.split('\n').slice(1).join('\n')).join('\n')).toMatchInlineSnapshot(`
    "trailing.json:3: expected a value, got \`]\`
    case.json: expected a list of cases, or an object that holds it as \`cases\`, got {"case":[]}
    cases.json cases: expected a list of cases, got {}
    key.yaml:2: expected YAML, got: duplicated mapping key
    open.yaml:1: expected YAML, got: unexpected end of the stream within a flow collection
    two.yaml: expected one YAML document, got 2; take out the \`---\` between them
    semicolons.csv:1: expected cells separated by \`,\`, got ";"; save the file with commas
    columns.csv:1 input: expected a column of this name in the header, got id, message, id
    columns.csv:1 id: expected one column of this name, got columns 1 and 3
    quotes.csv:2: expected CSV, got: a quote inside a cell that has no quotes around it; write a quote inside a cell twice, and quotes around the cell
    cases.txt: expected a file of one of the types .jsonl, .ndjson, .json, .yaml, .yml, .csv, got ".txt"
    latin1.csv: expected UTF-8, got bytes that are none; save the file in UTF-8"
  `)
})

test('a missing file is an error that says where it was looked for', () => {
  expect(() => readCases(join(process.cwd(), 'fixtures', 'no-such-file.jsonl'))).toThrow(
    `fixtures/no-such-file.jsonl: expected a file, got none; looked at ${join(process.cwd(), 'fixtures', 'no-such-file.jsonl')}`,
  )
})

test('JSONL, JSON and YAML of the same cases load equal', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '<<', 'null', '007', '- a', '#', '2026-01-01', 'a: b\n', '\u2028'),
  )
  const label = text.filter((value) => /\S/.test(value))
  const json = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)))
  const object = fc.dictionary(
    text.filter((key) => key !== '__proto__'),
    json,
    { noNullPrototype: true, maxKeys: 3 },
  )
  const row = fc.record(
    {
      id: label,
      input: text,
      intent: fc.oneof(label, fc.record({ name: label, examples: fc.array(label) })),
      entities: object,
      context: object,
      rubric: label,
      reference: label,
      history: fc.array(fc.record({ role: fc.constantFrom('user', 'assistant', 'system'), content: text })),
      tags: fc.array(label, { maxLength: 3 }),
      skip: fc.oneof(fc.boolean(), label),
      thresholds: fc.record({ quality: fc.double({ min: 1, max: 5, noNaN: true }) }),
    },
    { requiredKeys: ['id', 'input'] },
  )
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }), (rows) => {
      const jsonl = cases('p.jsonl', rows.map((each) => JSON.stringify(each)).join('\n'))
      expect(cases('p.json', JSON.stringify(rows, undefined, 1))).toStrictEqual(jsonl)
      expect(cases('p.yaml', dump(rows))).toStrictEqual(jsonl)
      expect(jsonl.map(({ id, input }) => ({ id, input }))).toStrictEqual(rows.map(({ id, input }) => ({ id, input })))
    }),
    { numRuns: 60 },
  )
})
