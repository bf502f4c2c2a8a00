import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE, type Project } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const marker = configWith(`{ judge: ${MARKER_JUDGE} }`)

/** A test for each reply, called by its key. */
function testsOf(replies: Record<string, string>, more = ''): string {
  const tests = Object.entries(replies).map(
    ([key, reply]) => `test('${key}', async () => {
  await expect(${JSON.stringify(reply)}).toScoreAtLeast(2, { rubric: 'Is it polite?', input: '${key}?' })
})`,
  )
  return `import { expect, test } from 'vitest'\n${tests.join('\n')}\n${more}`
}

async function threeRuns(): Promise<{ project: Project; ids: string[] }> {
  const project = createProject({ 'vitest.config.ts': marker, 'a.test.ts': testsOf({ hi: '[0.9]', bye: '[0.9]' }) })
  await project.run()
  project.write({ 'a.test.ts': testsOf({ hi: '[0.3] \u009b31mWell\u001b[2J', bye: '[0.9]' }) })
  await project.run()
  project.write({ 'a.test.ts': testsOf({ hi: '[0.9]', thanks: '[0.8]' }) })
  await project.run()
  const ids = (await storedResults(project)).map(({ id }) => id).reverse()
  return { project, ids }
}

const compare = (project: Project, ...args: string[]) => project.cli(['compare', ...args])

describe('vitest-judge compare', () => {
  test('holds any run against any other, or the baselines, as a run is held against baselines', async () => {
    const { project, ids } = await threeRuns()
    const [first = '', second = '', third = ''] = ids

    const worse = await compare(project, first, second)
    expect(
      worse.output
        .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '<time>')
        .replaceAll(/[0-9a-f]{8}-[-0-9a-f]{27}/g, '<id>')
        // Of the repository around the project, where there is one.
        .replaceAll(/<time>(?: · [^·\n]+)? · marker/g, '<time> · <code> · marker'),
    ).toMatchInlineSnapshot(`
      " baseline  <id> · <time> · <code> · marker
       run       <id> · <time> · <code> · marker

       vitest-judge  judged by marker

       suite      cases   quality  not judged  errors
       a.test.ts    2/2  3.4 of 5           0       0

       ✗ degraded  a.test.ts › hi
           quality  4.6 → 2.2 (−2.4)
           why      the reply says 0.3
           was      the reply says 0.9
           asked    hi?
           reply    [[-0.9-] {+0.3+}] {+31mWell+}

       replayed  1 judgement: not asked, at no cost

       scores  1 stable · 1 degraded
       REGRESSED  1 of 2 comparable scores got worse by more than is tolerated; the worst: a.test.ts › hi
                  › quality 0.90 → 0.30.
         accept with: npx vitest-judge accept <id>
      "
    `)
    expect(worse.exitCode).toBe(1)

    const back = await compare(project, second, third)
    expect(back.exitCode).toBe(0)
    expect(back.output).toContain('1 improved')
    expect(back.output).toContain('1 removed')
    expect(back.output).toContain('1 new')

    const same = await compare(project, 'latest~2', 'latest~2')
    expect(same.output).toContain('NO REGRESSION')
    expect(same.output).toContain('2 stable')
    expect(same.exitCode).toBe(0)

    // The first run made the baseline, and the third added what was new.
    const against = await compare(project, 'baseline', 'latest~1')
    expect(against.output).toContain('baseline  the files in snapshots')
    expect(against.output).toContain('1 degraded')
    expect(against.exitCode).toBe(1)

    const json = await compare(project, first.slice(0, 23), second, '--json')
    expect(json.exitCode).toBe(1)
    expect(json.output).not.toContain('\u009b')
    expect(JSON.parse(json.output)).toMatchObject({
      before: { id: first },
      after: { id: second, result: { partial: null } },
      failed: true,
      verdict: { outcome: 'regressed', failed: true },
      counts: { degraded: 1, stable: 1 },
      cases: [
        { key: 'bye', status: 'stable' },
        { key: 'hi', status: 'degraded', replyAfter: '[0.3] \u009b31mWell\u001b[2J' },
      ],
    })
  })

  test('a part of the tests removes nothing, a broken test is an error, and files that did not run are told', async () => {
    const project = createProject({
      'vitest.config.ts': marker,
      'a.test.ts': testsOf({ hi: '[0.9]', bye: '[0.9]' }),
      'b.test.ts': testsOf({ other: '[0.9]' }),
    })
    await project.run()
    await project.run({ args: ['-t', 'hi', 'a.test.ts'] })
    const part = await compare(project, 'latest~1', 'latest')
    expect(part.exitCode).toBe(0)
    expect(part.output).not.toContain('removed')
    expect(part.output).toContain('1 case of it not compared, for the other run did not collect b.test.ts')
    const reverse = await compare(project, 'latest', 'latest~1')
    expect(reverse.output.replaceAll(/\s+/g, ' ')).toContain(
      'is but a part (only tests with a matching name ran): what it left out counts as new',
    )

    project.write({ 'a.test.ts': testsOf({ hi: '[0.9]' }, `test('bye', () => { throw new Error('no assistant') })`) })
    await project.run()
    const broken = await compare(project, 'latest~2', 'latest')
    expect(broken.output).toContain('1 errored')
    expect(broken.output).toContain('no assistant')
  })

  test('what cannot be compared ends with 2, says why, and leaves everything as it is', async () => {
    const { project, ids } = await threeRuns()
    const [first = '', second = '', third = ''] = ids
    const file = join(project.path, '.vitest-judge/results.db')
    const database = new Database(file)
    database.prepare('UPDATE runs SET finished_at = NULL WHERE id = ?').run(second)
    database.prepare('UPDATE runs SET partial = NULL WHERE id = ?').run(third)
    database.close()
    const before = await storedResults(project)

    const failures: [args: string[], message: string][] = [
      [[first], "missing required argument 'after'"],
      [['baseline', 'baseline'], 'expected a run as the second of the two, got baseline'],
      [['latest~3', first], 'Expected at most latest~2, got latest~3'],
      [[first, 'nobody'], 'got "nobody", and no kept run is called so. `vitest-judge history` lists the runs'],
      [[first, first.slice(0, 2)], `with which 3 begin`],
      [[first, second], 'which still goes on, or was killed. Wait for it, or name another'],
      [['latest', first], 'Expected a run of this version'],
      [[first, first, '--colour'], "unknown option '--colour'"],
      [[first, first, '--config', 'no.ts'], '--config: expected a file'],
    ]
    for (const [args, message] of failures) {
      const { exitCode, output } = await compare(project, ...args)
      expect(output).toContain(message)
      expect([args, exitCode]).toEqual([args, 2])
    }
    const baseline = 'snapshots/a.test.ts.judge.yaml'
    project.write({ [baseline]: `${project.read(baseline)}\nentries: again` })
    const unreadable = await compare(project, 'baseline', first)
    expect(unreadable.output).toContain(baseline)
    expect(unreadable.exitCode).toBe(2)
    expect(await storedResults(project)).toEqual(before)
  })

  test('without results there is nothing to compare, and no file is made', async () => {
    const project = createProject({ 'vitest.config.ts': marker })
    const none = await compare(project, 'baseline', 'latest')
    expect(none.output).toContain('and there is no such file; run vitest first')
    expect(none.exitCode).toBe(2)
    expect(project.has('.vitest-judge')).toBe(false)
    project.write({ 'vitest.config.ts': configWith('{ store: false }') })
    const unwanted = await compare(project, 'baseline', 'latest')
    expect(unwanted.output).toContain('the configuration keeps none (store: false)')
    expect(unwanted.exitCode).toBe(2)
  })
})
