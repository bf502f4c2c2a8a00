import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE, type Project } from '../support/project.js'
import { host, installedPackage, node, vitestFolder } from '../support/surroundings.js'
import { storedResults } from '../support/stored-results.js'

const DATABASE = '.vitest-judge/results.db'

const HEAD = `import { expect, test } from 'vitest'
import { defineAssistant, describeCases, loadCases } from 'vitest-judge'
const ask = defineAssistant(({ message }) => {
  if (message.includes('broken')) throw new Error('the assistant is broken')
  return message
})
`

const PASSES = `${HEAD}
test('passes', async () => {
  await expect(await ask('good [0.9]')).toHaveIntent('greeting')
})
`

const FAILS = `${HEAD}
test('fails', async () => {
  await expect(await ask('bad [0.1]')).toHaveIntent('greeting')
})
`

function projectOf(test: string, options = `{ judge: ${MARKER_JUDGE} }`): Project {
  return createProject({ 'vitest.config.ts': configWith(options), 'a.test.js': test })
}

test('keeps the run with its provenance, its cases, trials, scores and errors', async () => {
  const project = createProject({
    'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE} }`),
    '.gitignore': '.vitest-judge\nnode_modules\n',
    'cases.jsonl':
      '{"id": "late-parcel", "input": "where is it? [0.95]", "intent": "order_support", "tags": ["edge"]}\n',
    'a.test.js': `${HEAD}
describeCases('support', loadCases('cases.jsonl'), { assistant: ask, trials: 2 })
test('passes', async () => {
  const reply = await ask('good [0.9]')
  await expect(reply).toHaveIntent('greeting', { id: 'greets' })
  expect(reply).toRespondWithin(5_000)
})
test('fails', async () => {
  await expect(await ask('bad [0.1]')).toHaveIntent('greeting')
})
test('has no assistant', async () => {
  await ask('broken')
})
test('has no judge', async () => {
  await expect(await ask('hm [outage]')).toHaveIntent('greeting')
})
test('judges nothing', () => {})
`,
  })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: project.path,
      encoding: 'utf8',
    }).trim()
  git('init', '--quiet', '--initial-branch=support-bot')
  git('add', '.')
  git('commit', '--quiet', '--message=one')
  const first = await project.run({ env: { CI: 'true', GITHUB_HEAD_REF: undefined, GITHUB_REF_NAME: undefined } })
  expect(first.exitCode).toBe(1)
  project.write({ 'a.test.js': PASSES })
  const second = await project.run()
  expect(second.exitCode).toBe(0)

  const [newer, older] = await storedResults(project)
  const commit = git('rev-parse', 'HEAD')
  expect(newer).toMatchObject({ commit, branch: 'support-bot', dirty: true, ci: false })
  expect(newer!.result).toMatchObject({ outcome: 'passed', passed: 1, failed: 0, judged: 1, errors: 0 })
  expect(older).toMatchObject({
    commit,
    branch: 'support-bot',
    dirty: false,
    ci: true,
    versions: {
      node: execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim(),
      vitest: (JSON.parse(readFileSync(join(vitestFolder, 'package.json'), 'utf8')) as { version: string }).version,
      'vitest-judge': expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    },
    judge: { name: 'marker' },
    result: { outcome: 'failed', passed: 2, failed: 3, skipped: 0, judged: 4, notJudged: 0, errors: 2 },
  })
  const { startedAt, result } = older!
  expect(Date.parse(result!.finishedAt)).toBeGreaterThan(Date.parse(startedAt))

  const byKey = Object.fromEntries(older!.cases.map((evaluated) => [evaluated.key, evaluated]))
  expect(Object.keys(byKey).sort()).toEqual(['fails', 'has no assistant', 'has no judge', 'late-parcel', 'passes'])
  const parcel = byKey['late-parcel']!
  expect(parcel).toMatchObject({
    file: 'a.test.js',
    name: 'support > late-parcel',
    suite: 'support',
    state: 'passed',
    case: { id: 'late-parcel', tags: ['edge'] },
    inputs: ['where is it? [0.95]'],
    reply: 'where is it? [0.95]',
    errors: [],
  })
  expect(parcel.trials.map(({ trial, passed, scores }) => [trial, passed, scores.length])).toEqual([
    [0, true, 2],
    [1, true, 2],
  ])
  expect(parcel.latenciesMs).toHaveLength(2)
  expect(byKey.passes!.trials[0]!.scores).toMatchObject([
    {
      metric: 'intent',
      id: 'greets',
      unit: 'unit',
      value: 0.9,
      threshold: 0.8,
      passed: true,
      judge: { name: 'marker' },
    },
    { metric: 'latency', unit: 'ms', threshold: 5_000, passed: true },
  ])
  expect(byKey.fails).toMatchObject({ state: 'failed', errors: [] })
  expect(byKey.fails!.trials[0]).toMatchObject({ passed: false, scores: [{ value: 0.1, passed: false }] })
  expect(byKey['has no assistant']).toMatchObject({
    state: 'failed',
    errors: [{ stage: 'assistant', message: expect.stringContaining('the assistant is broken') as string }],
    latenciesMs: [],
  })
  expect(byKey['has no judge']).toMatchObject({
    state: 'failed',
    errors: [{ stage: 'judge', message: expect.stringContaining('the marker judge is down') as string }],
    trials: [{ scores: [{ value: null, passed: null, error: expect.stringContaining('is down') as string }] }],
  })
})

test('a killed run loses nothing that was flushed, and harms no later run; two at once both succeed', async () => {
  const project = projectOf(
    `${HEAD}
for (let index = 0; index < 1000; index++) test('slow ' + index, async () => {
  await expect(await ask('good [0.9]')).toHaveIntent('greeting')
  await new Promise((resolve) => setTimeout(resolve, 10))
})
`,
  )
  project.write({ 'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE} }`, "pool: 'threads'") })
  const running = project.start({ args: ['run'] })
  const deadline = Date.now() + 30_000
  let seen = 0
  while (seen < 20 && Date.now() < deadline) {
    await sleep(50)
    const [run] = await storedResults(project).catch(() => [])
    seen = run?.cases.length ?? 0
  }
  // Its workers are threads: they die with it.
  running.process.kill('SIGKILL')
  const killed = await running.finished
  expect(killed.exitCode).toBeNull()
  expect(seen).toBeGreaterThanOrEqual(20)
  expectIntegrity(project)
  const [left] = await storedResults(project)
  expect(left!.result).toBeNull()
  expect(left!.cases.length).toBeGreaterThanOrEqual(seen)
  expect(left!.cases.length).toBeLessThan(1000)
  expect(left!.cases.every(({ trials }) => trials[0]!.scores[0]!.value === 0.9)).toBe(true)

  project.write({
    'a.test.js': PASSES.replace("test('passes'", "for (let index = 0; index < 50; index++) test('passes ' + index"),
  })
  const both = await Promise.all([project.run({ env: { CI: 'true' } }), project.run({ env: { CI: 'true' } })])
  expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0])
  for (const { output } of both) expect(output).not.toContain('results are not kept')
  expectIntegrity(project)
  const runs = await storedResults(project)
  expect(runs.map(({ result, cases }) => [result?.outcome, cases.length])).toEqual([
    ['passed', 50],
    ['passed', 50],
    [undefined, left!.cases.length],
  ])
})

function expectIntegrity(project: Project): void {
  const database = new Database(join(project.path, DATABASE))
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
  } finally {
    database.close()
  }
}

test('store: false writes no file, and a store elsewhere is where it was asked for', async () => {
  const nowhere = projectOf(PASSES, `{ judge: ${MARKER_JUDGE}, store: false, cassette: { mode: 'off' } }`)
  const elsewhere = projectOf(
    PASSES,
    `{ judge: ${MARKER_JUDGE}, cassette: { mode: 'off' }, store: 'sqlite:deep/er/kept.db' }`,
  )
  const runs = await Promise.all([nowhere.run(), elsewhere.run()])
  for (const { exitCode, output } of runs) {
    expect(exitCode).toBe(0)
    expect(output).toContain('1 passed')
  }
  expect(nowhere.has('.vitest-judge')).toBe(false)
  expect(elsewhere.has('.vitest-judge')).toBe(false)
  expect(await storedResults(elsewhere, 'deep/er/kept.db')).toHaveLength(1)
})

test('a file that is no database is left alone: a notice, and the exit code of the tests', async () => {
  const garbage = 'This is not a database, but somebody may want it back.\n'.repeat(200)
  const [green, red] = [projectOf(PASSES), projectOf(FAILS)]
  for (const project of [green, red]) project.write({ [DATABASE]: garbage })
  const [passed, failed] = await Promise.all([green.run(), red.run()])
  expect([passed.exitCode, failed.exitCode]).toEqual([0, 1])
  for (const [{ output }, project] of [
    [passed, green],
    [failed, red],
  ] as const) {
    expect(unwrapped(output)).toContain(`results are not kept: ${join(project.path, DATABASE)} is damaged`)
    expect(unwrapped(output)).toContain('Move it away to begin a new one')
    expect(output.split('results are not kept').length - 1).toBe(1)
    expect(project.read(DATABASE)).toBe(garbage)
    expect(project.has('snapshots/a.test.js.judge.yaml')).toBe(true)
  }
})

test('without a better-sqlite3 that loads: a notice with the remedy, and the exit code of the tests', async () => {
  // As `npm install --ignore-scripts` leaves it: no binary.
  const unbuilt = projectWithOwnDriver(PASSES)
  for (const part of ['package.json', 'lib']) {
    cpSync(join(host, 'node_modules/better-sqlite3', part), join(unbuilt.path, 'node_modules/better-sqlite3', part), {
      recursive: true,
    })
  }
  const throws = projectWithOwnDriver(FAILS)
  throws.write({
    'node_modules/better-sqlite3/package.json': '{ "name": "better-sqlite3", "version": "12.0.0", "main": "index.js" }',
    'node_modules/better-sqlite3/index.js': "throw new Error('this driver throws')",
  })
  const [passed, failed] = await Promise.all([unbuilt.run(), throws.run()])
  expect([passed.exitCode, failed.exitCode]).toEqual([0, 1])
  expect(unwrapped(passed.output)).toContain(
    'results are not kept: better-sqlite3 is installed, but its binary does not',
  )
  expect(unwrapped(passed.output)).toContain('npm rebuild better-sqlite3')
  expect(unwrapped(failed.output)).toMatch(/results are not kept: .*this driver throws/)
  for (const project of [unbuilt, throws]) {
    expect(project.has(DATABASE)).toBe(false)
    expect(project.has('snapshots/a.test.js.judge.yaml')).toBe(true)
  }
})

/** With a copy of the package of its own, which therefore finds `node_modules/better-sqlite3` of the project first. */
function projectWithOwnDriver(test: string): Project {
  const project = projectOf(test)
  cpSync(installedPackage, join(project.path, 'node_modules/vitest-judge'), { recursive: true })
  return project
}

/** The report wraps its lines. */
function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
