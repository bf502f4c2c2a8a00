import { describe, expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE } from '../support/project.js'
import { runWithResults } from '../support/run-with-results.js'

const MARKER = `{ judge: ${MARKER_JUDGE}, store: false }`

/** Assistants that say back what they are asked; `0.9|0.2|0.9` is a reply a call, in turns. */
const HEAD = `import { appendFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defineAssistant, describeCases, loadCases } from 'vitest-judge'
const newAssistant = () => {
  const calls = new Map()
  return defineAssistant(({ message }) => {
    if (message.startsWith('throw')) throw new Error('the assistant is down')
    const scores = message.split('|')
    if (scores.length === 1) return message
    const call = calls.get(message) ?? 0
    calls.set(message, call + 1)
    return 'call ' + call + ' [' + scores[call % scores.length] + ']'
  })
}
const ask = newAssistant()
`

function jsonl(cases: object[]): string {
  return cases.map((row) => `${JSON.stringify(row)}\n`).join('')
}

function projectOf(files: Record<string, string>, options = MARKER, test = '') {
  const withHead = Object.entries(files).map(([file, text]) => [file, file.endsWith('.test.js') ? HEAD + text : text])
  return createProject({
    'vitest.config.ts': configWith(options, test),
    ...(Object.fromEntries(withHead) as Record<string, string>),
  })
}

test('a Vitest test a case, held against the default thresholds or its own', async () => {
  const at = (id: string, input: string, more: object) => ({ id, input, ...more })
  const project = projectOf({
    'cases/support.jsonl': jsonl([
      at('intent', 'fine [0.8]', { intent: 'greeting' }),
      at('intent below', 'fine [0.79]', { intent: 'greeting' }),
      at('entities', 'fine [0.7]', { entities: { order: '7' } }),
      at('entities below', 'fine [0.69]', { entities: { order: '7' } }),
      at('quality', 'fine [0.5]', { rubric: 'is kind' }),
      at('quality below', 'fine [0.49]', { rubric: 'is kind' }),
      at('reference below', 'fine [0.49]', { reference: 'Hello!' }),
      at('own', 'fine [0.4]', { intent: 'greeting', rubric: 'is kind', thresholds: { intent: 0.4, quality: 2.6 } }),
      at('own, missed', 'fine [0.8]', { intent: 'greeting', rubric: 'is kind', thresholds: { intent: 0.9 } }),
      at('too slow', 'fine [0.9]', { intent: 'greeting', thresholds: { latencyMs: 0.000001 } }),
    ]),
    'a.test.js': "describeCases('support', loadCases('cases/support.jsonl'), { assistant: ask })\n",
  })
  const run = await runWithResults(project)
  expect(run.states).toEqual([
    'support > intent: passed',
    'support > intent below: failed',
    'support > entities: passed',
    'support > entities below: failed',
    'support > quality: passed',
    'support > quality below: failed',
    'support > reference below: failed',
    'support > own: passed',
    'support > own, missed: failed',
    'support > too slow: failed',
  ])
  expect(run.exitCode).toBe(1)
  expect(run.tests['support > own']?.record?.trials[0]?.scores).toMatchObject([
    { metric: 'latency', unit: 'ms', threshold: 5_000, passed: true },
    { metric: 'intent', threshold: 0.4, passed: true },
    { metric: 'quality', threshold: 0.4, passed: true },
  ])
  expect(run.tests['support > intent below']?.failure).toContain(
    "expect(reply).toHaveIntent('greeting')\n\nExpected: a score of at least 0.8\nReceived: 0.79 from marker",
  )
  expect(run.tests['support > quality below']?.failure).toContain('a score of at least 3 of 5')
  expect(run.tests['support > too slow']?.failure).toContain('expect(reply).toRespondWithin(0.000001)')
  // A case has no line of its own: its failure points at the suite that made it.
  expect(run.output).toContain(`a.test.js:${HEAD.split('\n').length}:1`)
  expect(run.output).toMatch(/support \(a\.test\.js\) +4\/10 /)
})

describe('trials', () => {
  test('are counted by the pass rule, and two suites with the same ids keep their baselines apart', async () => {
    const suites = [
      "describeCases('all', cases, { assistant: newAssistant(), trials: 3 })",
      "describeCases('majority', cases, { assistant: newAssistant(), trials: 3, pass: 'majority' })",
      "describeCases('half is none', cases, { assistant: newAssistant(), trials: 6, pass: { atLeast: 0.7 } })",
      "describeCases('at least', cases, { assistant: newAssistant(), trials: 3, pass: { atLeast: 0.6 } })",
    ]
    const project = projectOf({
      'cases.json': JSON.stringify([
        { id: 'twice of three', input: '0.9|0.2|0.9', intent: 'greeting' },
        { id: 'always', input: '0.9|0.9|0.9', intent: 'greeting' },
        { id: 'once of three', input: '0.2|0.9|0.2', intent: 'greeting' },
      ]),
      'a.test.js': `const cases = loadCases('cases.json')\n${suites.join('\n')}\n`,
    })
    const run = await runWithResults(project)
    expect(run.states).toEqual([
      'all > twice of three: failed',
      'all > always: passed',
      'all > once of three: failed',
      'majority > twice of three: passed',
      'majority > always: passed',
      'majority > once of three: failed',
      'half is none > twice of three: failed',
      'half is none > always: passed',
      'half is none > once of three: failed',
      'at least > twice of three: passed',
      'at least > always: passed',
      'at least > once of three: failed',
    ])
    expect(run.tests['majority > once of three']?.failure).toContain(
      '1 of 3 trials passed, 2 must\n\nTrial 1 of 3:\nexpect(reply).toHaveIntent',
    )
    expect(run.tests['half is none > twice of three']?.failure).toContain('4 of 6 trials passed, 5 must')
    expect(run.tests['majority > twice of three']?.record?.trials).toMatchObject([
      { trial: 0, passed: true, replies: [{ text: 'call 0 [0.9]' }], scores: [{}, { value: 0.9, passed: true }] },
      { trial: 1, passed: false, replies: [{ text: 'call 1 [0.2]' }], scores: [{}, { value: 0.2, passed: false }] },
      { trial: 2, passed: true, replies: [{ text: 'call 2 [0.9]' }], scores: [{}, { value: 0.9, passed: true }] },
    ])
    const baseline = project.read('snapshots/a.test.js.judge.yaml')
    expect(baseline.match(/^ {2}\S.*:$/gm)?.map((line) => line.trim().slice(0, -1))).toEqual(
      ['all', 'at least', 'half is none', 'majority'].flatMap((suite) =>
        ['always', 'once of three', 'twice of three'].map((id) => `${suite} > ${id}`),
      ),
    )
    expect(baseline).toContain('score: 0.67\n        trials: 3\n        sd: 0.404\n')

    const second = await project.run({ env: { CI: 'true' } })
    expect(second.output).toContain('scores  12 stable\n')
    expect(project.read('snapshots/a.test.js.judge.yaml')).toBe(baseline)
  })

  test('are isolated: history, context, and what expect.soft missed', async () => {
    const project = projectOf({
      'cases.json': JSON.stringify([
        {
          id: 'a',
          input: 'hello',
          history: [{ role: 'user', content: 'hi' }],
          context: { user: { orders: [1] } },
        },
        { id: 'b', input: 'bye' },
      ]),
      'soft.json': JSON.stringify([
        { id: 'one miss', input: '0.9|0.2|0.9' },
        { id: 'two misses', input: '0.2|0.9|0.2' },
        { id: 'no miss', input: '0.9|0.9|0.9' },
      ]),
      'isolation.test.js': `
const greedy = defineAssistant(({ message, history, context }) => {
  const seen = message + ' after ' + history.length + ' with ' + JSON.stringify(context)
  history.push({ role: 'assistant', content: seen })
  if (context.user) context.user.orders.push(2)
  context.leaked = true
  return seen
})
describeCases('isolated', loadCases('cases.json'), {
  assistant: greedy,
  trials: 3,
  check(reply, { id }) {
    expect(reply.text).toBe(id === 'a' ? 'hello after 1 with {"user":{"orders":[1]}}' : 'bye after 0 with {}')
    expect(reply.context).toEqual(id === 'a' ? { user: { orders: [1] } } : undefined)
  },
})
describe('softly', () => {
  const suites = {
    'our own': async (reply) => {
      await expect.soft(reply).toHaveIntent('greeting')
    },
    'built in': async (reply) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      expect.soft(reply.text).toContain('[0.9]')
    },
    'both': async (reply) => {
      expect.soft(reply.text).toContain('[0.9]')
      await expect.soft(reply).toHaveIntent('greeting')
    },
    'thrown': (reply) => {
      expect(reply.text).toContain('[0.9]')
    },
  }
  for (const [name, check] of Object.entries(suites)) {
    describeCases(name, loadCases('soft.json'), { assistant: newAssistant(), trials: 3, pass: 'majority', check })
  }
  describeCases('strictly', loadCases('soft.json').slice(0, 1), { assistant: newAssistant(), trials: 3, check: suites['both'] })
})
`,
    })
    const run = await runWithResults(project)
    expect(run.states).toEqual([
      'isolated > a: passed',
      'isolated > b: passed',
      ...['our own', 'built in', 'both', 'thrown'].flatMap((name) => [
        `softly > ${name} > one miss: passed`,
        `softly > ${name} > two misses: failed`,
        `softly > ${name} > no miss: passed`,
      ]),
      'softly > strictly > one miss: failed',
    ])
    for (const name of ['our own', 'built in', 'both', 'thrown']) {
      const trials = run.tests[`softly > ${name} > one miss`]?.record?.trials
      expect(trials?.map(({ passed }) => passed)).toEqual([true, false, true])
      expect(run.tests[`softly > ${name} > two misses`]?.failure).toContain('1 of 3 trials passed, 2 must')
    }
  })
})

describe('order', () => {
  const TYPES = ['unit', 'integration', 'user_acceptance', 'regression']
  // Two performance cases first and in the middle of the dataset, two suites in one file.
  const cases = Array.from({ length: 14 }, (_, index) => ({
    id: `c${index}`,
    input: `question ${index} [0.9]`,
    intent: 'greeting',
    type: index === 0 || index === 7 ? 'performance' : TYPES[index % TYPES.length],
  }))
  const files = {
    'cases.jsonl': jsonl(cases),
    'a.test.js': `
let inFlight = 0
const slow = (suite) => defineAssistant(async ({ message }) => {
  inFlight++
  appendFileSync(process.env.LOG, JSON.stringify({ suite, message, inFlight, event: 'begin' }) + '\\n')
  await new Promise((resolve) => setTimeout(resolve, 25))
  appendFileSync(process.env.LOG, JSON.stringify({ suite, message, inFlight, event: 'end' }) + '\\n')
  inFlight--
  return message
})
describeCases('first', loadCases('cases.jsonl'), { assistant: slow('first'), trials: 2, acceptance: { passRate: 1 } })
describeCases('second', loadCases('cases.jsonl'), { assistant: slow('second') })
test('beside them', async () => { await slow('none')('beside them') })
`,
  }
  const project = (config = '') => projectOf(files, MARKER, config)

  async function logOf(config: string, args: string[]) {
    const own = project(config)
    const run = await runWithResults(own, { args, env: { LOG: 'log.jsonl' } })
    expect(run.exitCode, run.output).toBe(0)
    expect(run.states).toHaveLength(30)
    expect(run.tests['first > acceptance']?.status).toBe('passed')
    const log = own.read('log.jsonl').trim().split('\n')
    return log.map(
      (line) => JSON.parse(line) as { suite: string; message: string; inFlight: number; event: 'begin' | 'end' },
    )
  }

  test('cases run together, 5 at once; performance cases alone and last, whatever the sequence', async () => {
    const [plain, shuffled] = await Promise.all([
      logOf('', []),
      logOf('', ['--sequence.shuffle.tests', '--sequence.seed=3']),
    ])
    const [concurrent, two] = await Promise.all([logOf('', ['--sequence.concurrent']), logOf('maxConcurrency: 2', [])])
    for (const log of [plain, shuffled, concurrent]) assertOrder(log, 5)
    assertOrder(two, 2)
  })

  function assertOrder(log: Awaited<ReturnType<typeof logOf>>, atOnce: number) {
    expect(Math.max(...log.map(({ inFlight }) => inFlight))).toBe(atOnce)
    const isTimed = ({ message }: { message: string }) => /question [07] /.test(message)
    for (const suite of ['first', 'second']) {
      const own = log.filter((line) => line.suite === suite)
      const firstTimed = own.findIndex(isTimed)
      expect(own.slice(firstTimed).every(isTimed), `${suite}: after the others`).toBe(true)
      expect(own.slice(firstTimed)).toHaveLength(suite === 'first' ? 8 : 4)
    }
    const duringTimed = log.filter(isTimed).map(({ inFlight }) => inFlight)
    expect(Math.max(...duringTimed)).toBe(1)
    // Nothing of another suite or test began while a performance case was under way.
    for (const [index, line] of log.entries()) {
      if (isTimed(line) && line.event === 'begin') expect(log[index + 1]).toMatchObject({ ...line, event: 'end' })
    }
  }
})

describe('acceptance', () => {
  const DATASET = jsonl([
    { id: 'good', input: 'fine [0.9]', intent: 'greeting', rubric: 'is kind' },
    { id: 'missed', input: 'bad [0.3]', intent: 'greeting' },
    { id: 'fair', input: 'fine [0.8]', intent: 'greeting' },
    { id: 'kind', input: 'fine [0.5]', rubric: 'is kind' },
  ])

  test('decides for the suite: misses are recorded and shown, not thrown; errors fail their own case', async () => {
    const project = projectOf({
      'cases.jsonl': DATASET,
      'errors.jsonl': DATASET + jsonl([{ id: 'down', input: 'throw', intent: 'greeting' }]),
      'a.test.js': `
const cases = loadCases('cases.jsonl')
describeCases('accepted', cases, {
  assistant: ask,
  acceptance: { passRate: 0.75, meanIntent: 0.66, meanQuality: 3.8, p95Ms: 5000 },
})
describeCases('refused', cases, { assistant: ask, acceptance: { passRate: 0.8, meanIntent: 0.66 } })
describeCases('with errors', loadCases('errors.jsonl'), { assistant: ask, acceptance: { passRate: 0.6 } })
describeCases('by trials', [{ ...cases[0], input: '0.9|0.2|0.9', rubric: undefined }], {
  assistant: newAssistant(), trials: 3, pass: 'majority', acceptance: { passRate: 1 },
})
describeCases('checked', cases.slice(0, 2), {
  assistant: ask,
  acceptance: { passRate: 0.5 },
  check(reply) { expect(reply.text).toContain('fine') },
})
`,
    })
    const run = await runWithResults(project)
    expect(run.states).toEqual([
      ...['good', 'missed', 'fair', 'kind', 'acceptance'].map((id) => `accepted > ${id}: passed`),
      ...['good', 'missed', 'fair', 'kind'].map((id) => `refused > ${id}: passed`),
      'refused > acceptance: failed',
      ...['good', 'missed', 'fair', 'kind'].map((id) => `with errors > ${id}: passed`),
      'with errors > down: failed',
      'with errors > acceptance: passed',
      'by trials > good: passed',
      'by trials > acceptance: passed',
      'checked > good: passed',
      'checked > missed: passed',
      'checked > acceptance: passed',
    ])
    expect(run.exitCode).toBe(1)
    const passed = (suite: string, ...ids: string[]) => ids.map((id) => run.tests[`${suite} > ${id}`]?.record?.passed)
    expect(passed('accepted', 'good', 'missed', 'fair', 'kind')).toEqual([true, false, true, true])
    expect(passed('with errors', 'good', 'missed', 'down')).toEqual([true, false, false])
    expect(passed('by trials', 'good')).toEqual([true])
    expect(passed('checked', 'good', 'missed')).toEqual([true, false])
    expect(run.tests['accepted > missed']?.record?.trials[0]?.scores[1]).toMatchObject({ value: 0.3, passed: false })

    expect(run.tests['accepted > acceptance']?.record?.acceptance?.criteria).toMatchObject([
      { name: 'passRate', expected: 0.75, actual: 0.75, passed: true },
      { name: 'meanIntent', expected: 0.66, actual: expect.closeTo(2 / 3) as number, passed: true },
      { name: 'meanQuality', expected: 3.8, actual: 3.8, passed: true },
      { name: 'p95Ms', expected: 5000, passed: true },
    ])
    expect(run.tests['refused > acceptance']?.failure).toContain(
      [
        'refused: not accepted',
        '',
        '✗ passRate: expected at least 0.8, got 0.75',
        '✓ meanIntent: expected at least 0.66, got 0.667',
        '',
        'The cases that missed are in the report below.',
      ].join('\n'),
    )
    // cases, intent, quality, not judged, errors
    expect(run.output).toMatch(/accepted \(a\.test\.js\) +3\/4 +0\.67 +3\.8 of 5 +0 +0 /)
    expect(run.output).toMatch(/with errors \(a\.test\.js\) +3\/5 +0\.67 +3\.8 of 5 +0 +1 /)
    expect(run.output).toMatch(/by trials \(a\.test\.js\) +1\/1 /)
    expect(run.output).toMatch(/checked \(a\.test\.js\) +1\/2 /)
    expect(run.output).toContain('pass rate 0.75 ≥ 0.8 ✗ · mean intent 0.667 ≥ 0.66 ✓')
  })

  test('is of whole suites: a part is neither accepted nor refused', async () => {
    const project = projectOf({
      'cases.jsonl': DATASET,
      'a.test.js':
        "describeCases('suite', loadCases('cases.jsonl'), { assistant: ask, acceptance: { passRate: 1 } })\n",
      'only.test.js': `const [first, ...others] = loadCases('cases.jsonl')
describeCases('only', [{ ...first, only: true }, ...others], { assistant: ask, acceptance: { passRate: 1 } })\n`,
      'skip.test.js': `const [first, second, ...others] = loadCases('cases.jsonl')
describeCases('skip', [first, { ...second, skip: 'known' }, ...others], { assistant: ask, acceptance: { passRate: 1 } })\n`,
    })
    const [filtered, others] = await Promise.all([
      runWithResults(project, { args: ['a.test.js', '-t', 'good|acceptance'] }),
      runWithResults(project, { args: ['only', 'skip'] }),
    ])
    expect(filtered.states).toEqual([
      'suite > good: passed',
      ...['missed', 'fair', 'kind', 'acceptance'].map((id) => `suite > ${id}: skipped`),
    ])
    expect(filtered.exitCode).toBe(0)

    expect(others.states).toEqual([
      'only > good: passed',
      ...['missed', 'fair', 'kind', 'acceptance'].map((id) => `only > ${id}: skipped`),
      'skip > good: passed',
      'skip > missed: skipped',
      ...['fair', 'kind', 'acceptance'].map((id) => `skip > ${id}: passed`),
    ])
    expect(others.exitCode).toBe(0)
  })
})

test('skip with its reason, only, and tags, which need no declaration', async () => {
  const project = projectOf(
    {
      'cases/tagged.jsonl': jsonl([
        { id: 'plain', input: 'fine [0.9]', intent: 'greeting' },
        { id: 'billed', input: 'fine [0.9]', intent: 'greeting', tags: ['billing', 'edge case'] },
        { id: 'declared', input: 'fine [0.9]', intent: 'greeting', tags: ['slow'] },
        { id: 'skipped', input: 'throw', intent: 'greeting', skip: true },
        { id: 'skipped why', input: 'throw', intent: 'greeting', skip: 'waits for the new index' },
        { id: 'not skipped', input: 'fine [0.9]', intent: 'greeting', skip: false, only: false },
      ]),
      'a.test.js': "describeCases('tagged', loadCases('cases/tagged.jsonl'), { assistant: ask })\n",
      'only.test.js': `const [plain, ...others] = loadCases('cases/tagged.jsonl')
describeCases('only', [...others, { ...plain, only: true }], { assistant: ask })
test('not this', () => expect(1).toBe(2))\n`,
    },
    MARKER,
    "tags: [{ name: 'slow' }]",
  )
  const [all, only] = await Promise.all([
    runWithResults(project, { args: ['a.test', '--reporter=verbose'] }),
    runWithResults(project, { args: ['only.test'] }),
  ])
  const [billing, slow] = await Promise.all([
    runWithResults(project, { args: ['a.test', '--tags-filter=billing'] }),
    runWithResults(project, { args: ['a.test', '--tags-filter=slow and !billing'] }),
  ])
  const ranOf = ({ tests }: typeof all) =>
    Object.entries(tests)
      .filter(([, { status }]) => status !== 'skipped')
      .map(([name, { status }]) => `${name}: ${status}`)
  expect(ranOf(all)).toEqual(['plain', 'billed', 'declared', 'not skipped'].map((id) => `tagged > ${id}: passed`))
  expect(all.exitCode).toBe(0)
  expect(all.output).toMatch(/skipped why .*\[waits for the new index\]/)
  expect(all.output).toMatch(/tagged \(a\.test\.js\) +4\/6 +2 /)
  expect(all.tests['tagged > billed']?.record?.case).toEqual({
    id: 'billed',
    suite: 'tagged',
    type: 'unit',
    tags: ['billing', 'edge case'],
  })
  expect(ranOf(billing)).toEqual(['tagged > billed: passed'])
  expect(ranOf(slow)).toEqual(['tagged > declared: passed'])
  expect(ranOf(only)).toEqual(['only > plain: passed'])
})

test('an error of the assistant is an error, never a score or a latency', async () => {
  const project = projectOf({
    'cases.jsonl': jsonl([
      { id: 'down', input: 'throw', intent: 'greeting' },
      { id: 'outage', input: 'fine [outage]', intent: 'greeting' },
      { id: 'own check', input: 'broken check [0.9]', intent: 'greeting' },
    ]),
    'a.test.js': `
describeCases('failing', loadCases('cases.jsonl').slice(0, 1), { assistant: ask, trials: 2, pass: { atLeast: 0.5 } })
describeCases('other errors', loadCases('cases.jsonl').slice(1), {
  assistant: ask,
  check({ text }) { if (text.includes('broken check')) throw new RangeError('the check is broken') },
})
`,
  })
  const run = await runWithResults(project)
  expect(run.exitCode).toBe(1)
  expect(run.states).toEqual([
    'failing > down: failed',
    'other errors > outage: failed',
    'other errors > own check: failed',
  ])
  expect(run.tests['failing > down']?.failure).toContain('the assistant is down')
  expect(run.tests['other errors > outage']?.failure).toContain('the marker judge is down')
  expect(run.tests['other errors > own check']?.failure).toContain('the check is broken')
  expect(run.tests['failing > down']?.record?.trials).toMatchObject(
    [0, 1].map((trial) => ({
      trial,
      replies: [],
      scores: [],
      errors: [{ stage: 'assistant', message: 'Error: the assistant is down' }],
      passed: false,
    })),
  )
  expect(run.tests['other errors > outage']?.record?.trials[0]).toMatchObject({
    errors: [{ stage: 'judge' }],
    scores: [{ metric: 'latency' }, { metric: 'intent', value: null, error: 'the marker judge is down' }],
  })
  expect(run.tests['other errors > own check']?.record?.trials[0]?.errors).toEqual([
    { stage: 'test', message: 'the check is broken' },
  ])
  // cases, intent, not judged, errors, p50, p95
  expect(run.output).toMatch(/failing \(a\.test\.js\) +0\/1 +– +0 +1 +– +–\n/)
  expect(run.output).toMatch(/other errors \(a\.t\S* +0\/2 +0\.90 +0 +2 +\S/)
  expect(project.has('snapshots')).toBe(false)
})

test('a stand-in that declines skips the case, and a chosen judge that declines fails it', async () => {
  const dataset = jsonl([
    { id: 'prose', input: 'Your order is on its way.', rubric: 'Is it polite?' },
    { id: 'judged', input: 'Your order 7 is on its way.', entities: { order: '7' } },
    { id: 'missed', input: 'Your order is on its way.', rubric: 'Is it polite?', entities: { order: '7' } },
  ])
  const suite = "describeCases('standing in', loadCases('cases.jsonl'), { assistant: ask, trials: 2 })\n"
  const accepted = `describeCases('acceptance', loadCases('cases.jsonl').slice(0, 2), { assistant: ask, acceptance: { passRate: 1 } })
describeCases('unknown', loadCases('cases.jsonl').slice(0, 2), { assistant: ask, acceptance: { meanQuality: 3 } })\n`
  const standIn = await runWithResults(
    projectOf({ 'cases.jsonl': dataset, 'a.test.js': suite + accepted }, '{ store: false }'),
  )
  expect(standIn.states).toEqual([
    'standing in > prose: skipped',
    'standing in > judged: passed',
    'standing in > missed: failed',
    'acceptance > prose: skipped',
    'acceptance > judged: passed',
    'acceptance > acceptance: passed',
    'unknown > prose: skipped',
    'unknown > judged: passed',
    'unknown > acceptance: skipped',
  ])
  expect(standIn.tests['acceptance > prose']?.record).not.toHaveProperty('passed')
  expect(standIn.tests['acceptance > judged']?.record).toHaveProperty('passed', true)
  expect(standIn.output).toContain('6 not judged')

  const chosen = await runWithResults(
    projectOf({ 'cases.jsonl': dataset, 'a.test.js': suite }, '{ judge: localJudge(), store: false }'),
  )
  expect(chosen.states).toEqual([
    'standing in > prose: failed',
    'standing in > judged: passed',
    'standing in > missed: failed',
  ])
  expect(chosen.tests['standing in > prose']?.failure).toContain('local/embedded@1 declined')
})

test('wrong options, cases and datasets are named with what was expected', async () => {
  const wrong: [string, string][] = [
    ['[], { assistant: ask }', 'expected a list of cases from loadCases, got'],
    ["'cases.jsonl', { assistant: ask }", 'expected a list of cases from loadCases, got "cases.jsonl"'],
    ['cases, {}', 'expected the option "assistant" from defineAssistant, got undefined'],
    ['cases, { assistant: ask, trails: 3 }', 'unknown option "trails"; known are assistant, trials, pass'],
    ['cases, { assistant: ask, trials: 0 }', 'expected "trials" as a whole number from 1, got 0'],
    ['cases, { assistant: ask, trials: 2.5 }', 'expected "trials" as a whole number from 1, got 2.5'],
    ['cases, { assistant: ask, pass: "most" }', `expected "pass" as 'all', 'majority' or { atLeast: 0.8 }, got "most"`],
    ['cases, { assistant: ask, pass: { atLeast: 80 } }', `expected "pass" as 'all', 'majority' or { atLeast: 0.8 }`],
    ['cases, { assistant: ask, timeoutMs: NaN }', 'expected "timeoutMs" '],
    ['cases, { assistant: ask, acceptance: {} }', 'expected at least one criterion in "acceptance", got none'],
    [
      'cases, { assistant: ask, acceptance: { passrate: 1 } }',
      'unknown acceptance criterion "passrate"; known are passRate',
    ],
    [
      'cases, { assistant: ask, acceptance: { passRate: 90 } }',
      'expected acceptance.passRate from 0 to 1, or { atLeast: …',
    ],
    [
      'cases, { assistant: ask, acceptance: { meanQuality: 0.8 } }',
      'expected acceptance.meanQuality from 1 to 5, or { atLeast: …',
    ],
    [
      'bare, { assistant: ask }',
      'case "bare" declares nothing to assert: give it an intent, entities, a rubric or a reference, or pass',
    ],
  ]
  const project = projectOf({
    'cases.jsonl': jsonl([{ id: 'one', input: 'fine [0.9]', intent: 'greeting' }]),
    'bare.jsonl': jsonl([{ id: 'bare', input: 'fine [0.9]' }]),
    'data/broken.jsonl': jsonl([
      { id: 'one', input: 'fine' },
      { id: 'two', input: 'fine', entities: '12345' },
      { id: 'two', input: 'fine', inten: 'greeting' },
    ]),
    'options.test.js': `const cases = loadCases('cases.jsonl')
const bare = loadCases('bare.jsonl')
${wrong
  .map(
    ([code, message], index) => `test('w${index}', () => {
  expect(() => describeCases('suite', ${code})).toThrow(${JSON.stringify(`describeCases('suite'): ${message}`)})
})`,
  )
  .join('\n')}
describeCases('checked', bare, { assistant: ask, check(reply) { expect(reply.text).toContain('fine') } })
`,
    'bare.test.js': "describeCases('bare suite', loadCases('bare.jsonl'), { assistant: ask })\n",
    'dataset.test.js': "describeCases('broken', loadCases('data/broken.jsonl'), { assistant: ask })\n",
    'missing.test.js': "describeCases('missing', loadCases('data/missing.jsonl'), { assistant: ask })\n",
  })
  const run = await runWithResults(project)
  expect(run.exitCode).toBe(1)
  expect(run.output).toContain(`Tests  ${wrong.length + 1} passed`)
  expect(run.output).toContain(`describeCases('bare suite'): case "bare" declares nothing to assert`)
  expect(run.output).toContain('data/broken.jsonl has 3 problems:')
  expect(run.output).toContain('data/broken.jsonl:2 entities: expected an object, got "12345"')
  expect(run.output).toContain('data/broken.jsonl:3 inten: unknown field, did you mean `intent`?')
  expect(run.output).toMatch(/data\/missing\.jsonl/)
  expect(run.output).toMatch(/FAIL +dataset\.test\.js/)
})
