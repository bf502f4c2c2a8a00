import { describe, expect, test } from 'vitest'
import type { UpdateMode } from '../../src/baseline/update-entry.js'
import type { EvaluatedCase } from '../../src/evaluation/evaluated-case.js'
import { RunComparer } from '../../src/baseline/compare.js'
import { BaselineReader } from '../../src/reporter/baseline-reader.js'
import { settleBaselines, type BaselineSettings, type RunModule } from '../../src/reporter/run-baselines.js'
import { evaluated, metric } from '../baseline/support/evaluated.js'
import { policy } from '../baseline/support/policy.js'
import { temporaryRoot } from './temporary-root.js'

const FILE = 'support.test.ts'
const BASELINE = `snapshots/${FILE}.judge.yaml`

function moduleOf(cases: EvaluatedCase[], more: Partial<RunModule> = {}): RunModule {
  return { project: '', file: FILE, cases, broken: [], collected: cases.map(({ key }) => key), ...more }
}

const greets = (score: number | null, more: Partial<EvaluatedCase> = {}) =>
  evaluated('greets', [metric('intent', score)], { reply: `Hello, ${score}!`, ...more })
const refunds = (score: number) => evaluated('refunds', [metric('quality', score)])

async function project() {
  const root = await temporaryRoot()
  const settle = (modules: RunModule[], mode: UpdateMode, more: Partial<BaselineSettings> = {}) =>
    settleBaselines(modules, {
      baselines: new BaselineReader(root.path, 'snapshots'),
      comparer: new RunComparer({ unit: 0.05, quality: 1, latencyMs: 1_000 }),
      mode,
      partial: false,
      gate: policy,
      ...more,
    })
  return { ...root, settle }
}

const statuses = ({ comparison }: Awaited<ReturnType<typeof settleBaselines>>) =>
  comparison.cases.map(({ key, status }) => `${key}: ${status}`)

describe('new: what a developer’s run does', () => {
  test('writes the first baseline', async () => {
    const { settle, read } = await project()
    const outcome = await settle([moduleOf([greets(0.9), refunds(0.75)])], 'new')
    expect(outcome).toMatchObject({
      changes: [{ file: BASELINE, added: ['greets', 'refunds'], updated: [], removed: [] }],
      kept: [],
      failures: [],
    })
    expect(statuses(outcome)).toEqual(['greets: new', 'refunds: new'])
    expect(await read(BASELINE)).toMatchInlineSnapshot(`
      "# Baseline of vitest-judge: the scores and replies that later runs are compared with.
      # Commit it, and review its changes like code. To accept what a run says now: vitest run -u
      version: 1
      entries:
        greets:
          input: Where is my order?
          scores:
            intent:
              score: 0.9
              expects: expected-1
              judge: openai/gpt-4.1-mini#3fa9c1d2
              rationale: Because of intent.
          passed: 1
          reply: |-
            Hello, 0.9!
        refunds:
          input: Where is my order?
          scores:
            quality:
              score: 0.75
              expects: expected-1
              judge: openai/gpt-4.1-mini#3fa9c1d2
              rationale: Because of quality.
          passed: 1
          reply: |-
            On its way.
      "
    `)
  })

  test('adds to it, and leaves what got worse or is gone', async () => {
    const { settle, read } = await project()
    await settle([moduleOf([greets(0.9), refunds(0.75)])], 'new')
    const hello = evaluated('hello', [metric('intent', 1)])
    const outcome = await settle([moduleOf([greets(0.2), hello])], 'new')
    expect(statuses(outcome).sort()).toEqual(['greets: degraded', 'hello: new', 'refunds: removed'])
    expect(outcome.changes).toEqual([{ file: BASELINE, added: ['hello'], updated: [], removed: [] }])
    const text = await read(BASELINE)
    expect(text).toContain('Hello, 0.9!')
    expect(text).toContain('refunds:')
    expect(text).toContain('hello:')
  })

  test('touches nothing where nothing is new', async () => {
    const { settle, read } = await project()
    await settle([moduleOf([greets(0.9)])], 'new')
    const before = await read(BASELINE)
    const outcome = await settle([moduleOf([greets(0.92)])], 'new')
    expect(outcome.changes).toEqual([])
    expect(statuses(outcome)).toEqual(['greets: stable'])
    expect(await read(BASELINE)).toBe(before)
  })
})

describe('all: -u', () => {
  test('accepts what the run says, and compares with what stands in the file afterwards', async () => {
    const { settle, read } = await project()
    await settle([moduleOf([greets(0.9), refunds(0.75)])], 'new')
    const outcome = await settle([moduleOf([greets(0.2)])], 'all')
    expect(outcome.changes).toEqual([{ file: BASELINE, added: [], updated: ['greets'], removed: ['refunds'] }])
    expect(statuses(outcome)).toEqual(['greets: stable'])
    expect(await read(BASELINE)).toContain('Hello, 0.2!')
    expect(await read(BASELINE)).not.toContain('refunds')
  })

  test('removes nothing after a part of a run, and says so', async () => {
    const { settle, read } = await project()
    await settle([moduleOf([greets(0.9), refunds(0.75)])], 'new')
    const outcome = await settle([moduleOf([greets(0.9)])], 'all', { partial: true })
    expect(outcome.kept).toEqual(['refunds: kept, for only a part of the tests ran'])
    expect(await read(BASELINE)).toContain('refunds')
  })

  test('removes a file of which nothing is left', async () => {
    const { settle, has } = await project()
    await settle([moduleOf([greets(0.9)])], 'new')
    const outcome = await settle([moduleOf([], { collected: ['another test'] })], 'all')
    expect(outcome.changes).toEqual([{ file: BASELINE, added: [], updated: [], removed: ['greets'] }])
    expect(has(BASELINE)).toBe(false)
  })

  test('takes over neither what was declined nor what ended in an error', async () => {
    const { settle, read } = await project()
    await settle([moduleOf([greets(0.9)])], 'new')
    const before = await read(BASELINE)
    const declined = await settle([moduleOf([greets(null)])], 'all')
    expect(declined.kept).toEqual(['greets › intent: kept, for it was not judged in this run'])
    expect(await read(BASELINE)).toBe(before)
  })
})

describe('none: CI', () => {
  test('compares and writes nothing', async () => {
    const { settle, has, read } = await project()
    const fresh = await settle([moduleOf([greets(0.9)])], 'none')
    expect(statuses(fresh)).toEqual(['greets: new'])
    expect(has('snapshots')).toBe(false)

    await settle([moduleOf([greets(0.9)])], 'new')
    const before = await read(BASELINE)
    const worse = await settle([moduleOf([greets(0.2)])], 'none')
    expect(statuses(worse)).toEqual(['greets: degraded'])
    expect(worse.changes).toEqual([])
    expect(await read(BASELINE)).toBe(before)
  })
})

test.for<UpdateMode>(['all', 'new', 'none'])(
  'a malformed baseline is reported and left as it is, and the others are settled (%s)',
  async (mode) => {
    const { settle, write, read, has } = await project()
    const broken = 'version: 1\nentries:\n  greets: [oh no\n'
    await write(BASELINE, broken)
    const other = moduleOf([refunds(0.75)], { file: 'other.test.ts' })
    const outcome = await settle([moduleOf([greets(0.9)]), other], mode)
    expect(outcome.failures.map(({ message }) => message.split('\n')[0])).toEqual([
      expect.stringMatching(/^snapshots\/support\.test\.ts\.judge\.yaml:\d+: the baseline is not valid YAML/),
    ])
    expect(await read(BASELINE)).toBe(broken)
    expect(statuses(outcome)).toEqual([mode === 'all' ? 'refunds: stable' : 'refunds: new'])
    expect(has('snapshots/other.test.ts.judge.yaml')).toBe(mode !== 'none')
  },
)

test('a baseline with a merge conflict is reported with its line', async () => {
  const { settle, write } = await project()
  await write(BASELINE, 'version: 1\nentries:\n<<<<<<< HEAD\n')
  const { failures } = await settle([moduleOf([greets(0.9)])], 'all')
  expect(failures.map(({ message }) => message)).toEqual([
    expect.stringContaining(`${BASELINE}:3: the baseline has a merge conflict`),
  ])
})

test('a baseline that cannot be written is reported, and the others are written', async () => {
  const { settle, write, has } = await project()
  await write('snapshots/blocked', 'a file where a folder should be')
  const blocked = moduleOf([greets(0.9)], { file: 'blocked/a.test.ts' })
  const outcome = await settle([blocked, moduleOf([refunds(0.75)])], 'new')
  expect(outcome.failures).toHaveLength(1)
  expect(outcome.changes.map(({ file }) => file)).toEqual([BASELINE])
  expect(has(BASELINE)).toBe(true)
})

test('a case that broke before it asked anything is an error where the baseline knows it, and nothing where not', async () => {
  const { settle, read } = await project()
  await settle([moduleOf([greets(0.9)])], 'new')
  const before = await read(BASELINE)
  const errors = [{ stage: 'test' as const, message: 'TypeError: no such function' }]
  const brokenCase = (key: string) =>
    evaluated(key, [], { state: 'failed', trials: [], inputs: [], errors, reply: undefined })
  const module = moduleOf([], {
    broken: [brokenCase('greets'), brokenCase('a plain test')],
    collected: ['greets', 'a plain test'],
  })
  for (const mode of ['all', 'new', 'none'] as const) {
    const outcome = await settle([module], mode)
    expect(statuses(outcome)).toEqual(['greets: errored'])
    expect(await read(BASELINE)).toBe(before)
  }
})

test('test files without cases and without a baseline are passed over', async () => {
  const { settle, has } = await project()
  const outcome = await settle([moduleOf([], { broken: [greets(null)], collected: ['greets'] })], 'all')
  expect(outcome).toMatchObject({ changes: [], kept: [], failures: [] })
  expect(outcome.comparison.cases).toEqual([])
  expect(has('snapshots')).toBe(false)
})

test('two projects of one test file have each a baseline of its own', async () => {
  const { settle, has } = await project()
  const modules = ['unit', 'e2e'].map((name) => moduleOf([{ ...greets(0.9), project: name }], { project: name }))
  const outcome = await settle(modules, 'new')
  expect(outcome.changes.map(({ file }) => file)).toEqual([
    `snapshots/e2e/${FILE}.judge.yaml`,
    `snapshots/unit/${FILE}.judge.yaml`,
  ])
  expect(has(BASELINE)).toBe(false)
})
