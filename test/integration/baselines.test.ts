import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { diffLines } from 'diff'
import { describe, expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE, type Project } from '../support/project.js'

const CI = { CI: 'true' }
const A = 'snapshots/a.test.js.judge.yaml'
const B = 'snapshots/b.test.js.judge.yaml'

const HEAD = `import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
import { replies } from './replies.js'
const ask = defineAssistant(({ message }) => {
  if (replies[message] === undefined) throw new Error('no reply to ' + message)
  return replies[message]
})
`

/** One test a message: with the marker judge, its score is the number in its reply. */
function testsOf(messages: string[], call = 'test'): string {
  return messages
    .map(
      (message) => `${call}('${message}', async () => {
  await expect(await ask('${message}')).toHaveIntent('greeting', { atLeast: 0.1 })
})
`,
    )
    .join('')
}

function repliesOf(replies: Record<string, string>): string {
  return `export const replies = ${JSON.stringify(replies)}\n`
}

function projectOf(
  replies: Record<string, string>,
  {
    options = '',
    test: config = '',
    files = {},
  }: { options?: string; test?: string; files?: Record<string, string> } = {},
): Project {
  return createProject({
    'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE}, store: false, ${options} }`, config),
    'replies.js': repliesOf(replies),
    'a.test.js': HEAD + testsOf(Object.keys(replies)),
    ...files,
  })
}

/** What a reviewer sees of a change: its lines, with `-` and `+`. */
function reviewed(before: string, after: string): string[] {
  return diffLines(before, after)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ value, added }) =>
      value
        .trimEnd()
        .split('\n')
        .map((line) => `${added ? '+' : '-'}${line}`),
    )
}

describe('writing', () => {
  test('adds what is new outside CI, nothing in CI, and what changed only with -u, there too', async () => {
    const project = projectOf({ alpha: 'hello [0.9]', beta: 'hello [0.8]' })
    const first = await project.run({ env: CI })
    expect(first.exitCode).toBe(0)
    expect(first.output).toContain('+ 2 new')
    expect(first.output).toContain('add to the baseline with: vitest run -u')
    expect(project.has('snapshots')).toBe(false)

    const added = await project.run({ args: ['-u'], env: CI })
    expect(added.exitCode).toBe(0)
    expect(added.output).toContain(`wrote  ${A} (2 added)`)
    const baseline = project.read(A)

    project.write({
      'replies.js': repliesOf({ alpha: 'hello [0.9]', beta: 'who knows [0.4]', gamma: 'new here [0.7]' }),
      'a.test.js': HEAD + testsOf(['alpha', 'beta', 'gamma']),
    })
    const ci = await project.run({ env: CI })
    expect(ci.exitCode).toBe(1)
    expect(ci.output).toMatch(/✗ degraded {2}a\.test\.js › beta\n +intent +0\.80 → 0\.40 \(−0\.40\)/)
    expect(ci.output).toContain('[-hello-] {+who knows+}')
    expect(ci.output).toContain('REGRESSED  1 of 2 comparable scores got worse by more than is tolerated')
    expect(project.read(A)).toBe(baseline)

    const local = await project.run()
    expect(local.exitCode).toBe(1)
    expect(reviewed(baseline, project.read(A))).toEqual([
      '+  gamma:',
      '+    input: gamma',
      '+    scores:',
      '+      intent:',
      '+        score: 0.7',
      expect.stringMatching(/^\+ {8}expects: /) as string,
      expect.stringMatching(/^\+ {8}judge: marker#/) as string,
      '+        rationale: the reply says 0.7',
      '+    passed: 1',
      '+    reply: |-',
      '+      new here [0.7]',
    ])

    const accepted = await project.run({ args: ['-u'] })
    expect(accepted.exitCode).toBe(0)
    expect(accepted.output).toContain(`wrote  ${A} (1 updated)`)
    const after = await project.run({ env: CI })
    expect(after.exitCode).toBe(0)
    expect(after.output).toContain('scores  3 stable\n')
  })

  test('a diff shows what changed and nothing else: no noise, no order, no path, no time', async () => {
    const names = ['alpha', 'beta', 'gamma']
    const project = projectOf({ alpha: 'hello [0.9]', beta: 'first line\nsecond line [0.8]', gamma: 'hello [0.7]' })
    await project.run()
    const baseline = project.read(A)
    expect(baseline).not.toContain(project.path)
    expect(baseline).not.toMatch(/\d{4}-\d\d-\d\d|\d\d:\d\d|\d{10}|latency/)
    expect(readdirSync(join(project.path, 'snapshots'))).toEqual(['a.test.js.judge.yaml'])

    // Noise within the tolerance, other words, another order of the tests.
    project.write({
      'replies.js': repliesOf({ alpha: 'good day [0.86]', beta: 'other words [0.84]', gamma: 'hi [0.651]' }),
      'a.test.js': HEAD + testsOf(names.toReversed()),
    })
    const { mtimeMs } = statSync(join(project.path, A))
    const noisy = await project.run({ args: ['-u'] })
    expect(noisy.exitCode).toBe(0)
    expect(noisy.output).not.toContain('wrote')
    expect(project.read(A)).toBe(baseline)
    expect(statSync(join(project.path, A)).mtimeMs).toBe(mtimeMs)

    project.write({
      'replies.js': repliesOf({ alpha: 'good day [0.86]', beta: 'first line\nanother line [0.6]', gamma: 'hi [0.65]' }),
    })
    expect((await project.run({ args: ['-u'] })).exitCode).toBe(0)
    expect(reviewed(baseline, project.read(A))).toEqual([
      '-        score: 0.8',
      '+        score: 0.6',
      '-        rationale: the reply says 0.8',
      '+        rationale: the reply says 0.6',
      '-      second line [0.8]',
      '+      another line [0.6]',
    ])
  })

  test('each project has a folder, and each file its own baseline', async () => {
    const project = createProject({
      'vitest.config.ts': `import { defineConfig } from 'vitest/config'
import { defineJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
const plugins = [judge({ judge: ${MARKER_JUDGE}, store: false })]
export default defineConfig({
  plugins,
  test: {
    projects: [
      { extends: true, test: { name: 'node', include: ['a.test.js', 'deep/*.test.js'] } },
      { extends: true, test: { name: 'web/ui', include: ['a.test.js'] } },
    ],
  },
})
`,
      'replies.js': repliesOf({ alpha: 'hello [0.9]', beta: 'hello [0.8]' }),
      'a.test.js': HEAD + testsOf(['alpha', 'beta']),
      'deep/b.test.js': HEAD.replace('./replies', '../replies') + testsOf(['alpha']),
    })
    const run = await project.run()
    expect(run.exitCode).toBe(0)
    const files = ['node/a', 'node/deep/b', 'web%2Fui/a'].map((name) => `snapshots/${name}.test.js.judge.yaml`)
    const before = files.map((file) => project.read(file))
    expect(run.output.match(/wrote {2}\S+/g)?.sort()).toEqual(files.map((file) => `wrote  ${file}`))

    project.write({ 'a.test.js': HEAD + testsOf(['alpha']) })
    const partial = await project.run({ args: ['--project=node', '-u'] })
    expect(partial.output).toContain('beta: kept, for only a part of the tests ran')
    expect(files.map((file) => project.read(file))).toEqual(before)
    const whole = await project.run({ args: ['-u'] })
    expect(whole.exitCode).toBe(0)
    expect(files.map((file, index) => reviewed(before[index] ?? '', project.read(file)).includes('-  beta:'))).toEqual([
      true,
      false,
      true,
    ])
  })
})

describe('what is gone', () => {
  const two = { kept: 'hello [0.9]', gone: 'hello [0.8]', other: 'hello [0.9]', lost: 'hello [0.7]' }

  test('is reported, and dropped by -u, but by no run of a part', async () => {
    const project = projectOf(two, {
      files: { 'a.test.js': HEAD + testsOf(['kept', 'gone']), 'b.test.js': HEAD + testsOf(['other', 'lost']) },
    })
    await project.run()
    const baselines = { [A]: project.read(A), [B]: project.read(B) }
    const without = { 'a.test.js': HEAD + testsOf(['kept']), 'b.test.js': HEAD + testsOf(['other']) }
    project.write(without)

    const reported = await project.run({ env: CI })
    expect(reported.exitCode).toBe(0)
    expect(reported.output).toContain('- 2 removed: in the baseline, and gone from the tests')
    expect(reported.output).toContain('a.test.js › gone')
    expect(reported.output).toContain('drop from the baseline with: vitest run -u')
    const unchanged = () => expect({ [A]: project.read(A), [B]: project.read(B) }).toEqual(baselines)
    unchanged()

    const byName = await project.run({ args: ['-t', 'kept', '-u'] })
    expect(byName.output).toContain('gone: kept, for only a part of the tests ran')
    unchanged()
    await project.run({ args: ['--shard=1/2', '-u'] })
    unchanged()
    project.write({ 'b.test.js': `${HEAD}${testsOf(['other'])}test('fails', () => expect(1).toBe(2))\n` })
    const bailed = await project.run({ args: ['--bail=1', '-u'] })
    expect(bailed.exitCode).toBe(1)
    unchanged()

    // What does not run is not gone: `.only`, skip, and the files that a filter leaves out.
    project.write({
      'a.test.js': HEAD + testsOf(['kept'], 'test.only') + testsOf(['gone']),
      'b.test.js': HEAD + testsOf(['other']) + testsOf(['lost'], 'test.skip'),
    })
    expect((await project.run({ args: ['-u'] })).exitCode).toBe(0)
    unchanged()
    project.write(without)
    await project.run({ args: ['b.test.js', '-u'] })
    expect(project.read(A)).toBe(baselines[A])
    expect(reviewed(baselines[B], project.read(B))[0]).toBe('-  lost:')

    const dropped = await project.run({ args: ['-u'], env: CI })
    expect(dropped.output).toContain(`wrote  ${A} (1 removed)`)
    const lines = reviewed(baselines[A], project.read(A))
    expect(lines[0]).toBe('-  gone:')
    expect(lines.every((line) => line.startsWith('-'))).toBe(true)
  })

  test('a deleted test file leaves a baseline that is reported, and removed by -u', async () => {
    const project = projectOf(two, {
      files: { 'a.test.js': HEAD + testsOf(['kept']), 'b.test.js': HEAD + testsOf(['other']) },
      test: "include: ['*.test.js', '../outside-*/*.test.js']",
    })
    // A test file above the root, whose baseline stays below it.
    const outside = `../outside-${project.path.slice(-6)}`
    mkdirSync(join(project.path, outside))
    try {
      const path = project.path.split(/[\\/]/).at(-1) ?? ''
      project.write({ [`${outside}/c.test.js`]: HEAD.replace('./replies', `../${path}/replies`) + testsOf(['kept']) })
      await project.run()
      const files = () =>
        readdirSync(join(project.path, 'snapshots'), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.judge.yaml'))
          .sort()
      const all = files()
      expect(all).toHaveLength(3)
      rmSync(join(project.path, 'b.test.js'))

      const reported = await project.run()
      expect(reported.exitCode).toBe(0)
      expect(reported.output).toContain(`${B}: its test file is gone; \`vitest run -u\` removes it`)
      expect(reported.output.match(/its test file is gone/g)).toHaveLength(1)
      await project.run({ args: ['-t', 'kept', '-u'] })
      expect(files()).toEqual(all)
      const removed = await project.run({ args: ['-u'] })
      expect(removed.output).toContain(`${B}: removed with its test file`)
      expect(files()).toEqual(all.filter((name) => !name.startsWith('b.')))
    } finally {
      rmSync(join(project.path, outside), { recursive: true })
    }
  })
})

test('a malformed or conflicted baseline is an error with its line, and is never written over', async () => {
  const project = projectOf(
    { alpha: 'hello [0.9]', beta: 'hello [0.8]' },
    {
      files: { 'b.test.js': HEAD + testsOf(['alpha']), 'c.test.js': HEAD + testsOf(['alpha', 'beta']) },
    },
  )
  await project.run()
  const good = project.read(A)
  const conflicted = good.replace(
    '        score: 0.9\n',
    '<<<<<<< HEAD\n        score: 0.9\n=======\n        score: 0.7\n>>>>>>> feature\n',
  )
  const malformed = project.read(B).replace('score: 0.9', 'score: [0.9')
  const wrong = project.read('snapshots/c.test.js.judge.yaml').replace('score: 0.8', 'score: high')
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length
  project.write({ [A]: conflicted, [B]: malformed, 'snapshots/c.test.js.judge.yaml': wrong })
  project.write({ 'replies.js': repliesOf({ alpha: 'worse [0.3]', beta: 'worse [0.3]' }) })
  const runs = await Promise.all([[], ['-u']].map((args) => project.run({ args })))
  for (const run of runs) {
    expect(run.exitCode).toBe(1)
    const output = run.output.replace(/\s+/g, ' ')
    expect(output).toContain(`${A}:${lineOf(conflicted, '<<<<')}: the baseline has a merge conflict.`)
    expect(output).toContain('git checkout --ours')
    expect(output).toMatch(new RegExp(`${B}:\\d+: the baseline is not valid YAML`))
    expect(output).toContain(`snapshots/c.test.js.judge.yaml:${lineOf(wrong, 'score: high')}: `)
    expect(project.read(A)).toBe(conflicted)
    expect(project.read(B)).toBe(malformed)
    expect(project.read('snapshots/c.test.js.judge.yaml')).toBe(wrong)
  }
})

test('what cannot be compared says which part changed; it warns, and fails in CI', async () => {
  const question = (version: string) => `import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const v = '${version}'
const ask = defineAssistant(({ message }) => 'reply [0.' + (v === '1' ? 9 : 2) + ']')
test('input', async () => {
  await expect(await ask('question ' + v)).toHaveIntent('greeting', { atLeast: 0.1 })
})
test('context', async () => {
  await expect(await ask('question', { context: { v } })).toHaveIntent('greeting', { atLeast: 0.1 })
})
test('expectation', async () => {
  await expect(await ask('question')).toHaveIntent('greeting ' + v, { atLeast: 0.1 })
})
test('threshold', async () => {
  await expect('reply [0.9]').toHaveIntent('greeting', { atLeast: Number('0.' + v), input: 'question' })
})
`
  const project = createProject({
    'vitest.config.ts': configWith(
      `{ judge: ${MARKER_JUDGE.replace("version: '1'", "version: process.env.JUDGE_VERSION ?? '1'")}, store: false,
        ...(process.env.GATE && { gate: { incomparable: process.env.GATE } }) }`,
    ),
    'a.test.js': question('1'),
  })
  await project.run()
  const baseline = project.read(A)
  project.write({ 'a.test.js': question('2') })

  const local = await project.run()
  expect(local.exitCode).toBe(0)
  for (const part of ['input', 'context', 'expectation']) {
    expect(local.output).toContain(`~ incomparable  1 score: another ${part}\n     a.test.js › ${part}\n`)
  }
  expect(local.output).toContain('scores  1 stable · 3 incomparable')
  expect(local.output.replace(/\s+/g, ' ')).toContain(
    'WARNING 3 scores cannot be compared with the baseline (changed: input 1×, context 1×, expectation 1×); accept with',
  )
  const [lenient, strict] = await Promise.all([
    project.run({ env: { ...CI, GATE: 'warn' } }),
    project.run({ env: { GATE: 'fail' } }),
  ])
  expect(lenient.exitCode).toBe(0)
  expect(strict.exitCode).toBe(1)
  expect(strict.output).toContain('INCOMPARABLE')

  project.write({ 'a.test.js': question('1') })
  const judged = await project.run({ env: { ...CI, JUDGE_VERSION: '2' } })
  expect(judged.exitCode).toBe(1)
  expect(judged.output.replace(/\s+/g, ' ')).toMatch(/incomparable 4 scores: another judge \(marker#\w+ → marker#\w+\)/)
  expect(judged.output).toContain('(changed: judge 4×)')
  expect(project.read(A)).toBe(baseline)

  expect((await project.run({ args: ['-u'], env: { ...CI, JUDGE_VERSION: '2' } })).exitCode).toBe(0)
  const changed = reviewed(baseline, project.read(A))
  expect(changed).toHaveLength(8)
  expect(changed.every((line) => / {8}judge: marker#/.test(line))).toBe(true)
})

test('under .not a rise is a regression, a fall none, and .not itself is part of what is expected', async () => {
  const tests = (not: string, value: number) => `import { expect, test } from 'vitest'
test('rude', async () => {
  await expect('reply [${value}]').${not}toHaveIntent('insult', { atLeast: ${not === '' ? 0.05 : 0.95}, input: 'hi' })
})
`
  const project = projectOf({}, { files: { 'a.test.js': tests('not.', 0.2) } })
  await project.run()
  const baseline = project.read(A)
  const runWith = async (not: string, value: number) => {
    project.write({ 'a.test.js': tests(not, value) })
    return project.run({ env: CI })
  }
  const risen = await runWith('not.', 0.6)
  expect(risen.exitCode).toBe(1)
  expect(risen.output).toMatch(/✗ degraded {2}a\.test\.js › rude\n +intent +0\.20 → 0\.60 \(\+0\.40\)/)
  const fallen = await runWith('not.', 0.1)
  expect(fallen.exitCode).toBe(0)
  expect(fallen.output).toContain('scores  1 improved')
  const toggled = await runWith('', 0.2)
  expect(toggled.exitCode).toBe(1)
  expect(toggled.output).toContain('(changed: expectation 1×)')
  expect(project.read(A)).toBe(baseline)
})

test('tolerances are configurable', async () => {
  const tests = (value: number) => `import { expect, test } from 'vitest'
test('unit', async () => {
  await expect('reply [${value}]').toHaveIntent('greeting', { atLeast: 0.1, input: 'hi' })
})
test('quality', async () => {
  await expect('reply [${value}]').toScoreAtLeast(1, { rubric: 'is kind', input: 'hi' })
})
`
  const project = projectOf(
    {},
    {
      options: 'gate: { tolerances: JSON.parse(process.env.TOLERANCES ?? "{}") }',
      files: { 'a.test.js': tests(0.9) },
    },
  )
  await project.run()
  const compared = async (tolerances: object) => {
    const { output, exitCode } = await project.run({ env: { ...CI, TOLERANCES: JSON.stringify(tolerances) } })
    return { exitCode, scores: /scores {2}(.*)/.exec(output)?.[1] }
  }
  project.write({ 'a.test.js': tests(0.65) })
  // 0.25 of a unit score is a point of quality.
  const [byDefault, wide] = await Promise.all([compared({}), compared({ unit: 0.3, quality: 2 })])
  expect(byDefault).toEqual({ exitCode: 1, scores: '1 stable · 1 degraded' })
  expect(wide).toEqual({ exitCode: 0, scores: '2 stable' })
  project.write({ 'a.test.js': tests(0.89) })
  expect(await compared({ unit: 0, quality: 0 })).toEqual({ exitCode: 1, scores: '2 degraded' })
})

test('latencies are kept and compared where they are asked for', async () => {
  const tests = (ms: number) => `import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(async () => {
  await new Promise((resolve) => setTimeout(resolve, ${ms}))
  return 'reply [0.9]'
})
test('slow', async () => {
  await expect(await ask('hi')).toHaveIntent('greeting')
})
`
  const project = projectOf(
    {},
    {
      options: 'baseline: { latency: true, dir: "judged" }, gate: { tolerances: { latencyMs: 300 } }',
      files: { 'a.test.js': tests(10) },
    },
  )
  await project.run()
  const file = 'judged/a.test.js.judge.yaml'
  const baseline = project.read(file)
  expect(baseline).toMatch(/\n {4}latencyMs: \d+\n/)
  project.write({ 'a.test.js': tests(700) })
  const slow = await project.run({ env: CI })
  expect(slow.exitCode).toBe(1)
  expect(slow.output).toMatch(/latency +\d+ ms → \d+ ms \(\+\d+ ms\)/)
  expect(project.read(file)).toBe(baseline)
  await project.run({ args: ['-u'] })
  const changed = reviewed(baseline, project.read(file))
  expect(changed).toEqual([
    expect.stringMatching(/^- {4}latencyMs: \d+$/) as string,
    expect.stringMatching(/^\+ {4}latencyMs: \d+$/) as string,
  ])
})

test('a case that errors keeps its baseline, and is told apart from a regression', async () => {
  const project = projectOf(
    { alpha: 'hello [0.9]', beta: 'hello [0.8]' },
    {
      files: {
        'b.test.js': `import { expect, test } from 'vitest'
test('breaks early', async () => {
  if (process.env.BREAK) throw new Error('broke before it asked')
  await expect('hello [0.9]').toHaveIntent('greeting', { input: 'hi' })
})
`,
      },
    },
  )
  await project.run()
  const baselines = [project.read(A), project.read(B)]
  project.write({ 'replies.js': repliesOf({ alpha: 'the judge fails [outage]' }) })
  const runs = await Promise.all([[], ['-u']].map((args) => project.run({ args, env: { BREAK: '1' } })))
  for (const run of runs) {
    expect(run.exitCode).toBe(1)
    expect(run.output).toContain('! 3 errored: in the baseline, and failed before they could be scored')
    expect(run.output).toContain('the marker judge is down')
    expect(run.output).toContain('no reply to beta')
    expect(run.output).toContain('broke before it asked')
    expect(run.output).not.toContain('REGRESSED')
    expect(run.output).not.toContain('removed')
    expect([project.read(A), project.read(B)]).toEqual(baselines)
  }
})
