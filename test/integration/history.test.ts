import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE, type Project } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const marker = configWith(`{ judge: ${MARKER_JUDGE} }`)
const BASELINE = 'snapshots/a.test.ts.judge.yaml'

/** Cases by key: what the assistant says in each of its trials. */
function suiteOf(said: Record<string, string[]>): Record<string, string> {
  const cases = Object.keys(said).map((id) => ({ id, input: id, rubric: 'Is it polite?' }))
  return {
    'cases.json': JSON.stringify(cases),
    'a.test.ts': `import { defineAssistant, describeCases, loadCases } from 'vitest-judge'
const said = ${JSON.stringify(said)}
const assistant = defineAssistant(({ message }) => {
  const text = said[message].shift()
  if (text === 'down') throw new Error('the assistant is down')
  return text
})
describeCases('support', loadCases('cases.json'), { assistant, trials: 3, pass: { atLeast: 0.3 } })
`,
  }
}

const history = (project: Project, ...args: string[]) => project.cli(['history', ...args])

function anonymous(output: string): string {
  return output
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '<date             >')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}(?:-[-0-9a-f]+)?/g, '<id         >')
}

async function runs(): Promise<Project> {
  const project = createProject({
    'vitest.config.ts': marker,
    '.gitignore': '.vitest-judge\n',
    ...suiteOf({ steady: ['[0.9]', '[0.9]', '[0.9]'], shaky: ['[0.9]', '[0.1]', '[0.1]'] }),
  })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: project.path })
  git('init', '--quiet', '--initial-branch=support-bot')
  git('add', '.')
  git('-c', 'core.hooksPath=/dev/null', 'commit', '--quiet', '--message=one')
  await project.run()
  project.write(
    suiteOf({
      steady: ['[0.9]', 'down', '[declined]'],
      shaky: ['[0.9]', '[0.9]', '[0.1]'],
      broken: ['[0.1]', '[0.1]', '[0.1]'],
    }),
  )
  await project.run()
  return project
}

describe('vitest-judge history', () => {
  test('lists runs, one case over them, and the cases that pass only sometimes', async () => {
    const project = await runs()
    const commit = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], {
      cwd: project.path,
      encoding: 'utf8',
    }).trim()
    const hidden = (output: string) => anonymous(output).replaceAll(commit, '<hash >')

    const list = await history(project)
    expect(hidden(list.output).replace(/(code|judge) +/g, '$1 ')).toMatchInlineSnapshot(`
      " run            date                 passed  failed  not judged   quality  outcome
       <id         >  <date             >       1       2           0  2.8 of 5  failed
         code support-bot <hash >+ · judge marker
       <id         >  <date             >       2       0           0  3.5 of 5  passed
         code support-bot <hash > · judge marker
      "
    `)
    expect(list.exitCode).toBe(0)

    const one = await history(project, '--case', 'shaky')
    expect(hidden(one.output)).toMatchInlineSnapshot(`
      " a.test.ts › shaky

       run            date                 code                  judge   case    trials   quality
       <id         >  <date             >  support-bot <hash >+  marker  passed     2/3  3.5 of 5
       <id         >  <date             >  support-bot <hash >   marker  passed     1/3  2.5 of 5
      "
    `)

    const flaky = await history(project, '--flaky')
    expect(hidden(flaky.output)).toMatchInlineSnapshot(`
      " 1 case that passed in some trials and failed in others, over the last 2 runs

       case               pass rate       95 %  trials  runs  turned
       a.test.ts › shaky       50 %  19 %–81 %     3/6     2
      "
    `)
    // What was declined, and what ended in an outage, is neither a pass nor a miss.
    expect(flaky.output).not.toContain('steady')

    const last = await history(project, '--limit', '1', '--suite', 'support', '--json')
    const { runs: listed } = JSON.parse(last.output) as { runs: unknown[] }
    expect(listed).toMatchObject([
      {
        branch: 'support-bot',
        dirty: true,
        judge: { name: 'marker' },
        result: { outcome: 'failed', partial: null },
        cases: { passed: 1, failed: 2, notJudged: 0 },
        metrics: [
          { metric: 'latency', unit: 'ms', n: 8 },
          { metric: 'quality', unit: 'unit', n: 7 },
        ],
      },
    ])
    const flakyJson = await history(project, '--flaky', '--json')
    expect(JSON.parse(flakyJson.output)).toMatchObject({
      runs: 2,
      confidence: 0.95,
      cases: [{ key: 'shaky', suite: 'support', passed: 3, trials: 6, rate: 0.5, runs: 2, turned: null }],
    })
    const caseJson = await history(project, '--case', 'shaky', '--json')
    expect(JSON.parse(caseJson.output)).toMatchObject({
      cases: [{ file: 'a.test.ts', key: 'shaky', runs: [{ case: { trials: [true, true, false] } }, { case: {} }] }],
    })
  })

  test('wrong options end with 2 and say what was expected', async () => {
    const project = await runs()
    const failures: [args: string[], message: string][] = [
      [['--limit', '0'], 'Expected a whole number from 1.'],
      [['--limit', '2.5'], 'Expected a whole number from 1.'],
      [['--flaky', '--case', 'shaky'], "cannot be used with option '--case <key>'"],
      [['--suite', 'sales'], '--suite: expected the name of a suite, got "sales": none of the last 2 runs has it'],
      [['--case', 'nobody'], '--case: expected the key of a case, got "nobody"'],
      [['support'], 'too many arguments'],
    ]
    for (const [args, message] of failures) {
      const { exitCode, output } = await history(project, ...args)
      expect(output).toContain(message)
      expect([args, exitCode]).toEqual([args, 2])
    }
    expect((await history(project, '--help')).exitCode).toBe(0)
  })
})

describe('vitest-judge accept <run>', () => {
  const testsOf = (replies: Record<string, string>) =>
    `import { expect, test } from 'vitest'
${Object.entries(replies)
  .map(
    ([key, reply]) => `test('${key}', async () => {
  await expect(${JSON.stringify(reply)}).toScoreAtLeast(2, { rubric: 'Is it polite?', input: '${key}?' })
})`,
  )
  .join('\n')}`

  test('writes what the run said, and what it removes, as `vitest run -u` would have', async () => {
    const project = createProject({ 'vitest.config.ts': marker, 'a.test.ts': testsOf({ hi: '[0.9]', bye: '[0.9]' }) })
    await project.run()
    project.write({ 'a.test.ts': testsOf({ hi: '[0.4]' }) })
    await project.run()
    const kept = project.read(BASELINE)
    const accepted = await project.cli(['accept', 'latest'])
    expect(accepted.output).toContain(`wrote  ${BASELINE} (1 updated, 1 removed)`)
    expect(accepted.exitCode).toBe(0)
    const byRun = project.read(BASELINE)
    project.write({ [BASELINE]: kept })
    await project.run({ args: ['-u'] })
    expect(byRun).toBe(project.read(BASELINE))
    expect((await project.cli(['compare', 'baseline', 'latest'])).exitCode).toBe(0)

    const [, , first] = await storedResults(project)
    const back = await project.cli(['accept', first!.id.slice(0, 23)])
    expect(back.output).toContain('(1 added, 1 updated)')
    expect(project.read(BASELINE)).toBe(kept)
    const again = await project.cli(['accept', first!.id])
    expect(again.output).toContain('nothing to write')
    expect(again.exitCode).toBe(0)
  })

  test('a part of the tests removes nothing, and a baseline that cannot be read stays as it is', async () => {
    const project = createProject({ 'vitest.config.ts': marker, 'a.test.ts': testsOf({ hi: '[0.9]', bye: '[0.9]' }) })
    await project.run()
    project.write({ 'a.test.ts': testsOf({ hi: '[0.4]' }) })
    await project.run({ args: ['-t', 'hi'] })
    const part = await project.cli(['accept', 'latest'])
    expect(part.output).toContain('bye: kept, for only a part of the tests ran')
    expect(project.read(BASELINE)).toContain('bye:')
    expect(project.read(BASELINE)).toContain('score: 0.4')

    const unreadable = `${project.read(BASELINE)}<<<<<<< HEAD\n`
    project.write({ [BASELINE]: unreadable })
    const refused = await project.cli(['accept', 'latest~1'])
    expect(refused.output).toContain(`${BASELINE}:`)
    expect(refused.exitCode).toBe(1)
    expect(project.read(BASELINE)).toBe(unreadable)

    const unknown = await project.cli(['accept', '01234567-89ab'])
    expect(unknown.output).toContain('got "01234567-89ab", and no kept run is called so')
    expect(unknown.exitCode).toBe(1)
    const more = await project.cli(['accept', 'latest', '-t', 'hi'])
    expect(more.output).toContain('accept latest takes no further arguments, for no test runs, got -t hi')
    expect(more.exitCode).toBe(1)
  })

  test('a local judge replaces nobody, unless told to', async () => {
    const criterion = "{ criteria: [{ text: 'greets', check: { mentions: 'morning' } }], input: 'Hi' }"
    const project = createProject({
      'vitest.config.ts': marker,
      'a.test.ts': `import { expect, test } from 'vitest'
test('hi', async () => {
  await expect('Good morning [0.9]').toScoreAtLeast(2, ${criterion})
})`,
    })
    await project.run()
    const before = project.read(BASELINE)
    project.write({ 'vitest.config.ts': configWith('{ judge: localJudge() }') })
    await project.run()
    const kept = await project.cli(['accept', 'latest'])
    expect(kept.output.replaceAll(/\s+/g, ' ')).toContain('does not replace; if that is wanted')
    expect(project.read(BASELINE)).toBe(before)
    const replaced = await project.cli(['accept', 'latest', '--judge-change'])
    expect(replaced.exitCode).toBe(0)
    expect(project.read(BASELINE)).toContain('judge: local/embedded@1#')
  })
})
