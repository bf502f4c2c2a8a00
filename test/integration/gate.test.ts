import { describe, expect, test } from 'vitest'
import { compareRun } from '../../src/baseline/compare.js'
import { gate } from '../../src/baseline/gate.js'
import { signedFigure } from '../../src/baseline/gate/shown-change.js'
import { defaultTolerances } from '../../src/baseline/tolerances.js'
import { updateBaseline } from '../../src/baseline/update-baseline.js'
import type { EvaluatedCase } from '../../src/evaluation/evaluated-case.js'
import { seededRandom } from '../../src/statistics/seeded-random.js'
import { evaluated, metric } from '../baseline/support/evaluated.js'
import { policy } from '../baseline/support/policy.js'
import { configWith, createProject, MARKER_JUDGE, type Project } from '../support/project.js'
import { drawScores, type Scores, type SuiteShape } from '../baseline/gate/draw-scores.js'

const CI = { CI: 'true' }

const onOneLine = (text: string) => text.replace(/\s+/g, ' ')

/** Replies come from a file, a reply a trial; the marker judge's score is the number in it. */
const testFile = (name: string, options: string) => `import { readFileSync } from 'node:fs'
import { defineAssistant, describeCases, loadCases } from 'vitest-judge'
const scores = JSON.parse(readFileSync(new URL('./scores/${name}.json', import.meta.url), 'utf8'))[process.env.SIDE]
const calls = new Map()
const ask = defineAssistant(({ message }) => {
  const call = calls.get(message) ?? 0
  calls.set(message, call + 1)
  return 'reply [' + scores[message][call] + ']'
})
const cases = loadCases('cases.json').slice(0, scores.length)
describeCases('suite', cases, { assistant: ask, trials: scores[0].length, ${options} })
`

interface Suite {
  name: string
  before: Scores
  after: Scores
}

/** @param threshold of quality on its scale; 1 is always reached */
function projectOf(suites: Suite[], { threshold = 1, priority = 2, options = '' } = {}): Project {
  const most = Math.max(...suites.map(({ before }) => before.length))
  const cases = Array.from({ length: most }, (_, index) => ({
    id: `c${index}`,
    input: String(index),
    rubric: 'is kind',
    priority,
    thresholds: { quality: threshold },
  }))
  const project = createProject({
    'vitest.config.ts': configWith(
      `{ judge: ${MARKER_JUDGE}, store: false, gate: JSON.parse(process.env.GATE ?? '{}') }`,
      // Many files, each a few milliseconds long.
      'isolate: false, pool: "threads"',
    ),
    'cases.json': JSON.stringify(cases),
  })
  for (const { name, before, after } of suites) {
    project.write({
      [`scores/${name}.json`]: JSON.stringify({ before, after }),
      [`${name}.test.js`]: testFile(name, options),
    })
  }
  return project
}

describe('simulated suites get the verdicts that the functions give them, through files and processes', () => {
  const groups: [string, SuiteShape, { verdicts: string[]; exitCode: number }][] = [
    ['same', { cases: 50, trials: 3 }, { verdicts: ['pass'], exitCode: 0 }],
    ['all', { cases: 50, trials: 3, drop: 0.06 }, { verdicts: ['regressed'], exitCode: 1 }],
    ['some', { cases: 50, trials: 3, drop: 0.06, share: 0.2 }, { verdicts: ['regressed'], exitCode: 1 }],
    ['open', { cases: 12, trials: 1 }, { verdicts: ['inconclusive'], exitCode: 0 }],
    ['steady', { cases: 20, trials: 2, sd: 0 }, { verdicts: ['pass'], exitCode: 0 }],
  ]
  const { random } = seededRandom({ seed: 7 })
  const suites = groups.map(([name, shape, wanted]) => ({
    group: name,
    ...wanted,
    // Those that chance gave another verdict are no example of it; how many there are is counted by `npm run bench:gate`.
    suites: Array.from({ length: 40 }, (_, index) => ({ name: `${name}-${index}`, ...drawScores(random, shape) }))
      .filter((suite) => wanted.verdicts.includes(expectedOf(suite).verdict))
      .slice(0, 10),
  }))

  test('fifty of them', async () => {
    expect(suites.map((group) => group.suites.length)).toEqual([10, 10, 10, 10, 10])
    const project = projectOf(suites.flatMap((group) => group.suites))
    const first = await project.run({ env: { SIDE: 'before' } })
    expect(first.exitCode).toBe(0)

    for (const { group, exitCode, suites: members } of suites) {
      const run = await project.run({ args: [`${group}-`], env: { ...CI, SIDE: 'after' } })
      const said = Object.fromEntries(
        members.map(({ name }) => [
          name,
          new RegExp(`^   ${name}\\.test\\.js\\n {5}(.) quality +(\\S+)`, 'm').exec(run.output)?.slice(1, 3),
        ]),
      )
      expect(said).toEqual(
        Object.fromEntries(members.map((suite) => [suite.name, [expectedOf(suite).mark, expectedOf(suite).change]])),
      )
      expect(run.exitCode).toBe(exitCode)
    }

    const strict = await project.run({
      args: ['open-'],
      env: { ...CI, SIDE: 'after', GATE: JSON.stringify({ inconclusive: 'fail' }) },
    })
    expect(strict.exitCode).toBe(1)
    expect(onOneLine(strict.output)).toMatch(
      /INCONCLUSIVE Mean quality of open-\d+\.test\.js changed by .* cases \(now 12\) would decide/,
    )

    // What the tolerance of each score says of suites that did not change.
    const tolerance = await project.run({
      args: ['same-'],
      env: { ...CI, SIDE: 'after', GATE: JSON.stringify({ policy: 'tolerance', tolerances: { quality: 0.2 } }) },
    })
    expect(tolerance.exitCode).toBe(1)
    expect(tolerance.output).toContain('comparable scores got worse by more than is tolerated')
  }, 240_000)
})

/** What the pure functions say of the same numbers. */
function expectedOf({ before, after }: Pick<Suite, 'before' | 'after'>) {
  const [old, current] = [casesOf(before), casesOf(after)]
  const inputOf = (baseline: Parameters<typeof updateBaseline>[0]['baseline'], cases: EvaluatedCase[]) => ({
    project: '',
    file: 'a.test.js',
    baseline,
    cases,
    collected: cases.map(({ key }) => key),
  })
  const comparison = compareRun([inputOf(null, old)], defaultTolerances).cases
  const { baseline } = updateBaseline({ baseline: null, cases: old, comparison, mode: 'new', partial: false })
  const { suites } = gate(compareRun([inputOf(baseline, current)], defaultTolerances), policy)
  const quality = suites[0]?.metrics.find((one) => one.metric === 'quality')
  const verdict = suites[0]?.verdict ?? 'none'
  return {
    verdict,
    mark: { pass: '✓', regressed: '✗', inconclusive: '?', none: '' }[verdict],
    change: signedFigure(quality?.change ?? NaN, { unit: 'unit' }),
  }
}

function casesOf(scores: Scores): EvaluatedCase[] {
  return scores.map((values, index) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    const sd = values.length > 1 ? { sd: Math.sqrt(squares / (values.length - 1)) } : {}
    const trials = values.map((_, trial) => ({
      attempt: 0,
      repeat: 0,
      trial,
      replies: [],
      scores: [],
      errors: [],
      passed: true,
    }))
    return evaluated(`c${index}`, [metric('quality', mean, { values, ...sd })], { trials })
  })
}

test('a case that always passed and never does now is broken, whatever the mean says', async () => {
  const same = Array.from({ length: 24 }, () => [0.52, 0.52, 0.52, 0.52])
  const fallen = same.map((trials, index) => (index === 3 ? trials.map(() => 0.48) : trials))
  const options = { threshold: 3, options: 'acceptance: { passRate: 0.5 }' }
  const project = projectOf([{ name: 'four', before: same, after: fallen }], options)
  await project.run({ env: { SIDE: 'before' } })
  const run = await project.run({ env: { ...CI, SIDE: 'after' } })
  expect(run.exitCode).toBe(1)
  expect(onOneLine(run.output)).toContain('BROKEN 1 case always passed and now fails in every trial: four.test.js › c3')

  const short = (scores: number[][]) => scores.map((trials) => trials.slice(0, 3))
  for (const [priority, exitCode] of [
    [2, 0],
    [1, 1],
  ] as const) {
    const few = projectOf([{ name: 'three', before: short(same), after: short(fallen) }], { ...options, priority })
    await few.run({ env: { SIDE: 'before' } })
    const listed = await few.run({ env: { ...CI, SIDE: 'after' } })
    expect(listed.exitCode).toBe(exitCode)
    expect(onOneLine(listed.output)).toContain(
      `broken three.test.js › c3: passed in every trial, fails in every trial (3 trials, priority ${priority})`,
    )
  }
})

test('-u accepts a mean that fell though each score by itself is stable', async () => {
  const before = Array.from({ length: 12 }, () => [0.7, 0.7])
  const after = before.map((trials) => trials.map(() => 0.64))
  const project = projectOf([{ name: 'down', before, after }])
  await project.run({ env: { SIDE: 'before' } })
  const down = await project.run({ env: { ...CI, SIDE: 'after' } })
  expect(down.exitCode).toBe(1)
  expect(down.output).toContain('scores  12 stable\n')
  expect(down.output).toContain('accept with: vitest run -u')
  const accepted = await project.run({ args: ['-u'], env: { SIDE: 'after' } })
  expect(accepted.exitCode).toBe(0)
  expect(accepted.output).toContain('(12 updated)')
  const again = await project.run({ env: { ...CI, SIDE: 'after' } })
  expect(again.exitCode).toBe(0)
  expect(again.output).toContain('NO REGRESSION  12 scores compared with the baseline, no mean lower by 0.05 or more')
})
