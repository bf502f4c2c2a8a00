import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../../src/reports/terminal/display-width.js'
import { terminalReport, type TerminalReportInput } from '../../../src/reports/terminal/terminal-report.js'
import { makeCase, makeInput, makeMetric, makeSuite, makeSummary } from './make-input.js'

const regressed: TerminalReportInput = makeInput(
  [
    makeCase({
      input: 'Where is my refund for order 881?',
      replyBefore:
        'Thanks for asking! Your refund of $25 for order 881 was sent on Monday.\nIt takes three to five working days until you see it on your account. Is there anything else that I can do for you today?',
      replyAfter:
        'Thanks for asking! Sorry, I do not understand.\nIt takes three to five working days until you see it on your account. Is there anything else that I can do for you now?',
      metrics: [
        makeMetric({
          rationaleBefore: 'shares refund, order, sent with the examples',
          rationaleAfter: 'shares no word with the examples of refund_status: refund, money back, returned',
        }),
        makeMetric({ metric: 'quality', before: 0.9, after: 0.25 }),
      ],
    }),
    makeCase({
      key: 'support > greets by name',
      replyBefore: 'Hello!',
      replyAfter: 'Hello!',
      metrics: [makeMetric({ metric: 'latency', unit: 'ms', before: 200, after: 2600 })],
    }),
    ...['a', 'b', 'c', 'd'].map((key) =>
      makeCase({
        key,
        metrics: [
          makeMetric({
            status: 'incomparable',
            changed: ['judge'],
            judgeBefore: 'local/lexical@1#a1b2c3',
            judgeAfter: 'openai/gpt-4.1-mini#3fa9c1d2',
            change: null,
          }),
        ],
      }),
    ),
    makeCase({ key: 'late-01', status: 'errored', metrics: [], errors: ['connect ECONNREFUSED 127.0.0.1:80'] }),
    makeCase({
      key: 'chat-02',
      metrics: [makeMetric({ status: 'declined', after: null, rationaleAfter: 'the intent has no examples' })],
    }),
    makeCase({ key: 'old-01', metrics: [makeMetric({ status: 'removed', after: null })] }),
    makeCase({ key: 'new-01', metrics: [makeMetric({ status: 'new', before: null, after: 0.88 })] }),
    makeCase({ key: 'refund-02', metrics: [makeMetric({ status: 'improved', before: 0.5, after: 0.81 })] }),
  ],
  {
    summary: makeSummary({
      suites: [
        makeSuite({
          notJudged: 2,
          acceptance: {
            suite: 'support',
            criteria: [
              { name: 'passRate', expected: 0.9, actual: 0.95, passed: true },
              { name: 'meanQuality', expected: 4.5, actual: 4.4, passed: false },
              { name: 'p95Ms', expected: 5000, actual: 1834, passed: true },
            ],
          },
        }),
        makeSuite({
          project: 'web',
          file: 'test/chat/small-talk.test.ts',
          suite: 'test/chat/small-talk.test.ts',
          cases: 4,
          passed: 3,
          failed: 0,
          skipped: 1,
          errors: 1,
          metrics: [
            { metric: 'intent', unit: 'unit', mean: null, n: 0 },
            { metric: 'politeness', unit: 'unit', mean: 0.5, n: 4 },
          ],
          latency: null,
          assistantUsage: { inputTokens: 1200, outputTokens: 345, costUsd: 0.0123 },
        }),
      ],
      judges: [
        {
          name: 'local/lexical@1',
          kind: 'local',
          fingerprint: 'a1b2c3',
          standIn: 'openai/gpt-4.1-mini needs OPENAI_API_KEY, which is not set',
          judgements: 118,
        },
      ],
      judgeUsage: { inputTokens: 12_000, outputTokens: 3456, costUsd: 1.5 },
      notJudged: 2,
      errors: 1,
      notJudgedReasons: [{ reason: 'the intent has no examples: give toHaveIntent() { examples: […] }', count: 2 }],
    }),
    verdict: {
      outcome: 'regressed',
      failed: true,
      reason: '3 of 114 comparable scores got worse by more than is tolerated.',
      suites: [],
    },
    judgedShare: { required: 1, actual: 0.9996 },
    changes: [{ file: 'snapshots/support.test.ts.judge.yaml', added: ['new-01'], updated: [], removed: [] }],
    notices: ['results are not kept: better-sqlite3 is not installed'],
  },
)

describe('terminalReport', () => {
  test('shows what got worse, why, and what to do next', async () => {
    await expect(terminalReport(regressed)).toMatchFileSnapshot('__snapshots__/regressed.txt')
  })

  test('says the same in colours', async () => {
    const colored = terminalReport({ ...regressed, colors: true })
    await expect(colored.replaceAll('\u001b', '␛')).toMatchFileSnapshot('__snapshots__/regressed-colors.txt')
    const plain = (report: string) => stripVTControlCharacters(report).replace(/\[-|-\]|\{\+|\+\}|\s+/g, '')
    expect(plain(colored)).toBe(plain(terminalReport(regressed)))
  })

  test.each([60, 80, 100, 200])('fits %i columns', async (columns) => {
    const report = terminalReport({ ...regressed, columns })
    expect(Math.max(...report.split('\n').map(displayWidth))).toBeLessThanOrEqual(columns)
    if (columns === 60) await expect(report).toMatchFileSnapshot('__snapshots__/regressed-60-columns.txt')
  })

  test('is short where nothing changed', () => {
    const suite = makeSuite({ passed: 60, failed: 0 })
    const report = terminalReport(makeInput([], { summary: makeSummary({ suites: [suite] }) }))
    expect(report).toMatchInlineSnapshot(`
      " vitest-judge  judged by local/lexical@1

       suite                      cases  intent  entities   quality  not judged  errors    p50    p95
       support (support.test.ts)  60/60    0.91      0.97  4.4 of 5           0       0  12 ms  1.8 s

       scores  110 stable
       NO REGRESSION  110 scores compared with the baseline, none worse."
    `)
  })

  test('calls nothing a pass that was not compared', () => {
    const metrics = [makeMetric({ status: 'new', before: null, after: 0.88 })]
    const input = makeInput([makeCase({ metrics })], {
      verdict: {
        outcome: 'pass',
        failed: false,
        reason: 'Nothing was compared: 1 new score not in the baseline yet.',
        suites: [],
      },
    })
    input.comparison.counts.stable = 0
    expect(terminalReport(input).split('\n').slice(-7).join('\n')).toMatchInlineSnapshot(`
      "
       + 1 new: not in the baseline before this run
           support.test.ts › refund-07  intent 0.88

       scores  1 new
       NOTHING COMPARED  Nothing was compared: 1 new score not in the baseline yet.
         add to the baseline with: vitest run -u"
    `)
  })

  test('is empty where nothing ran and no baseline knows of anything', () => {
    const filtered = makeSuite({ skipped: 60, passed: 0, failed: 0, judged: 0, metrics: [], latency: null })
    expect(terminalReport(makeInput([], { summary: makeSummary({ suites: [] }) }))).toBe('')
    expect(terminalReport(makeInput([], { summary: makeSummary({ suites: [filtered] }) }))).toBe('')
  })

  test('shows a failed verdict even where nothing ran', () => {
    const verdict = { outcome: 'incomparable' as const, failed: true, reason: 'No score can be compared.', suites: [] }
    expect(terminalReport(makeInput([], { summary: makeSummary({ suites: [] }), verdict }))).toContain(verdict.reason)
  })

  test('offers no update that was just written', () => {
    const cases = [makeCase()]
    const verdict = { outcome: 'regressed' as const, failed: true, reason: '1 score got worse.', suites: [] }
    expect(terminalReport(makeInput(cases, { verdict }))).toContain('accept with: vitest run -u')
    const changes = [{ file: 'snapshots/support.test.ts.judge.yaml', added: [], updated: ['refund-07'], removed: [] }]
    expect(terminalReport(makeInput(cases, { verdict, changes }))).not.toContain('accept with')
  })

  test('caps its lists', () => {
    const many = (status: 'degraded' | 'removed' | 'new') =>
      Array.from({ length: 40 }, (_, index) =>
        makeCase({ key: `${status}-${index}`, metrics: [makeMetric({ status })] }),
      )
    const suites = Array.from({ length: 200 }, (_, index) => makeSuite({ suite: `suite ${index}`, failed: 0 }))
    const report = terminalReport(
      makeInput([...many('degraded'), ...many('removed'), ...many('new')], { summary: makeSummary({ suites }) }),
    )
    expect(report.split('\n').length).toBeLessThan(90)
    expect(report.split('\n').filter((line) => line.includes('and '))).toMatchInlineSnapshot(`
      [
        " … and 180 more suites with nothing failed or missing",
        " ✗ … and 30 more degraded cases",
        " - 40 removed: in the baseline, and gone from the tests",
        "     … and 30 more",
        "     … and 35 more",
      ]
    `)
  })
})

describe('foreign text', () => {
  // What moves a cursor, colours, hides or reverses text: nothing of it may reach a terminal.
  const hostile = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u001b[2J', '\u001b]0;owned\u0007', '\u009b31m', '\r', '\n', '\b', '\u202e', '\u2066', '\u2028'),
    ),
    { maxLength: 8 },
  )
  // eslint-disable-next-line no-control-regex -- they are what must not be there
  const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

  test('leaves no control character in the report, and no line of its own', () => {
    const text = hostile.map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, text, text, (one, two, name, reason) => {
        const metric = makeMetric({ metric: `m${name}`, rationaleBefore: two, rationaleAfter: one })
        const statuses = ['degraded', 'incomparable', 'errored', 'declined', 'removed', 'new', 'improved'] as const
        const cases = statuses.map((status) =>
          makeCase({
            project: name,
            file: two,
            key: name,
            input: [one, two],
            replyBefore: one,
            replyAfter: two,
            errors: [reason],
            metrics: [{ ...metric, status, changed: ['judge'], judgeBefore: one, judgeAfter: name }],
          }),
        )
        const report = terminalReport(
          makeInput(cases, {
            columns: 72,
            notices: [reason],
            verdict: { outcome: 'regressed', failed: true, reason, suites: [] },
            changes: [{ file: name, added: ['new-01'], updated: [], removed: [] }],
            summary: makeSummary({
              suites: [
                makeSuite({
                  suite: name,
                  file: one,
                  project: two,
                  metrics: [{ metric: name, unit: 'unit', mean: 0.5, n: 1 }],
                  acceptance: { suite: name, criteria: [{ name, expected: 1, actual: 0, passed: false }] },
                }),
              ],
              judges: [{ name, kind: 'custom', fingerprint: one, standIn: reason, servedModel: two, judgements: 1 }],
              notJudged: 1,
              notJudgedReasons: [{ reason, count: 1 }],
            }),
          }),
        )
        expect(report).not.toMatch(control)
      }),
      { numRuns: 60 },
    )
  })

  test('cannot make a line of the report', () => {
    const reply = 'fine\n NO REGRESSION  everything is better\r\n'
    const report = terminalReport(makeInput([makeCase({ replyBefore: 'x', replyAfter: reply, key: reply })]))
    expect(report.split('\n').filter((line) => line.startsWith(' NO REGRESSION'))).toHaveLength(1)
  })
})
