import { describe, expect, onTestFinished, test } from 'vitest'
import { startJudgeServer } from '../support/judge-server.js'
import { configWith, createProject, MARKER_JUDGE } from '../support/project.js'

/** As many rows as scores: the judge says what is in brackets, the person what stands before it. */
function labels(...rows: [label: number, judged: number, label2?: number][]): string {
  return rows
    .map(([label, judged, label2], index) => {
      const reply = `Reply ${index} [${(judged - 1) / 4}]`
      return JSON.stringify({ metric: 'quality', input: 'Hi', reply, rubric: 'Is it polite?', label, label2 })
    })
    .join('\n')
}

const agreeing = Array.from({ length: 40 }, (_, index): [number, number, number] => {
  const label = (index % 5) + 1
  return [label, index % 10 === 0 ? Math.min(5, label + 1) : label, index % 8 === 0 ? Math.max(1, label - 1) : label]
})

const test1 = `import { expect, test } from 'vitest'
test('is polite', async () => {
  await expect('Good morning [0.9]').toScoreAtLeast(2, { rubric: 'Is it polite?', input: 'Hi' })
})`

describe('vitest-judge calibrate', () => {
  test('measures the configured judge, tells, and keeps what it found', async () => {
    const project = createProject({
      'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE}, store: false }`),
      // Would fail a run: no test is looked at.
      'support.test.ts': 'throw new Error("no test runs here")',
      'labels.jsonl': labels(...agreeing, [5, 1], [1, 4]),
    })
    const { exitCode, output } = await project.cli(['calibrate', 'labels.jsonl'])
    expect(output).toMatchInlineSnapshot(`
      " calibration  marker · 42 labelled replies

       quality  κ 0.82 (0.57–0.98, n = 42)
         two people  κ 0.97 (0.94–0.99, n = 40)
         agreement 0.86 · sensitivity 0.94 (0.73–0.99, n = 17) · specificity 0.96 (0.80–0.99, n = 25) ·
         4 and better pass · quadratic weights · 95 % bootstrap, seed 1

         people \\ judge  1  2  3  4  5
         1               4  4  0  1  0
         2               0  8  0  0  0
         3               0  0  8  0  0
         4               0  0  0  8  0
         5               1  0  0  0  8

       farthest apart, of 6 disagreements
         row 41  quality: people 5, judge 1. the reply says 0
         row 42  quality: people 1, judge 4. the reply says 0.75
         row 1  quality: people 1, judge 2. the reply says 0.25
         row 11  quality: people 1, judge 2. the reply says 0.25
         row 21  quality: people 1, judge 2. the reply says 0.25

       written to snapshots/calibration.yaml; commit it
      "
    `)
    expect(exitCode).toBe(0)
    expect(project.read('snapshots/calibration.yaml').replace(/fingerprint: .*/, 'fingerprint: …'))
      .toMatchInlineSnapshot(`
        "# How far judges agree with people: vitest-judge calibrate <labelled.jsonl>
        # Commit it: reports show it beside the judge's name, and judge({ gate: { minKappa } }) asks for it.
        version: 1
        judges:
          marker:
            fingerprint: …
            served: []
            metrics:
              quality:
                n: 42
                declined: 0
                errored: 0
                weights: quadratic
                kappa: { value: 0.8199, lower: 0.5686, upper: 0.9812, n: 42 }
                humanKappa: { value: 0.975, lower: 0.9443, upper: 0.9944, n: 40 }
                agreement: 0.8571
                passFrom: "4"
                sensitivity: { value: 0.9412, lower: 0.7302, upper: 0.9895, n: 17 }
                specificity: { value: 0.96, lower: 0.8046, upper: 0.9929, n: 25 }
                confidence: 0.95
                seed: 1
                labels: ["1", "2", "3", "4", "5"]
                passCounts:
                  - { atLeast: 0.25, truePositives: 32, falseNegatives: 1, falsePositives: 5, trueNegatives: 4 }
                  - { atLeast: 0.5, truePositives: 24, falseNegatives: 1, falsePositives: 1, trueNegatives: 16 }
                  - { atLeast: 0.75, truePositives: 16, falseNegatives: 1, falsePositives: 1, trueNegatives: 24 }
                  - { atLeast: 1, truePositives: 8, falseNegatives: 1, falsePositives: 0, trueNegatives: 33 }
                confusion:
                  - [4, 4, 0, 1, 0]
                  - [0, 8, 0, 0, 0]
                  - [0, 0, 8, 0, 0]
                  - [0, 0, 0, 8, 0]
                  - [1, 0, 0, 0, 8]
        "
      `)

    const before = project.read('snapshots/calibration.yaml')
    await project.cli(['calibrate', 'labels.jsonl'])
    expect(project.read('snapshots/calibration.yaml')).toBe(before)
  })

  test('asks an LLM judge, a named one, of a configuration somewhere else', async () => {
    const server = await startJudgeServer()
    onTestFinished(() => server.close())
    const strict = `openAIJudge({ model: 'gpt-4.1', baseURL: '${server.url}' })`
    const project = createProject({
      'app/config/vitest.config.ts': configWith(
        `{ judges: { strict: ${strict} }, baseline: { dir: 'baselines' }, store: false }`,
      ),
      'labels.jsonl': labels([5, 1], [1, 1]),
    })
    const { exitCode, output } = await project.cli([
      'calibrate',
      'labels.jsonl',
      '--judge=strict',
      '--root=app',
      '--config=config/vitest.config.ts',
    ])
    expect(output).toContain('openai/gpt-4.1 as gpt-4.1-2026-01-01 · 2 labelled replies · 220 tokens')
    expect({ exitCode, asked: server.total }).toEqual({ exitCode: 0, asked: 2 })
    expect(project.read('app/baselines/calibration.yaml')).toContain('served: [gpt-4.1-2026-01-01]')
  })

  test('finds the plugin in a project of several', async () => {
    const project = createProject({
      'vitest.config.ts': `import { defineConfig } from 'vitest/config'
        export default defineConfig({ test: { projects: ['packages/*'] } })`,
      'packages/plain/vitest.config.ts': 'export default {}',
      'packages/judged/vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE}, store: false }`),
      'labels.jsonl': labels([5, 5], [1, 1]),
    })
    const { exitCode, output } = await project.cli(['calibrate', 'labels.jsonl'])
    expect(output).toContain('calibration  marker')
    expect(exitCode).toBe(0)
    expect(project.has('snapshots/calibration.yaml')).toBe(true)
  })

  test('ends with 1 below --min-kappa, and keeps the figures all the same', async () => {
    const project = createProject({
      'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE}, store: false }`),
      'labels.jsonl': labels(...agreeing),
    })
    const enough = await project.cli(['calibrate', 'labels.jsonl', '--min-kappa', '0.5'])
    expect(enough.exitCode).toBe(0)
    const tooLittle = await project.cli(['calibrate', 'labels.jsonl', '--min-kappa', '0.99'])
    expect(tooLittle.output).toContain('the lower end lies below 0.99, which is asked for')
    expect(tooLittle.exitCode).toBe(1)
    expect(project.has('snapshots/calibration.yaml')).toBe(true)
  })

  test('says what is wrong, and keeps nothing', async () => {
    const project = createProject({
      'vitest.config.ts': configWith(`{ judge: openAIJudge({ model: 'gpt-4.1' }), store: false }`),
      'default.config.ts': configWith(''),
      'plain.config.ts': 'export default {}',
      'broken.config.ts': 'throw new Error("the configuration is broken")',
      'down.config.ts': configWith(`{ judge: ${MARKER_JUDGE}, store: false }`),
      'labels.jsonl': labels([5, 5], [1, 1]),
      'wrong.jsonl': `${labels([5, 5])}\n{"metric":"quality","input":"Hi","reply":"Hello","label":7}`,
      'outage.jsonl': '{"metric":"quality","input":"Hi","reply":"[outage]","label":3}',
    })
    const calls: string[][] = [
      ['labels.jsonl'],
      ['labels.jsonl', '--config=default.config.ts'],
      ['labels.jsonl', '--config=plain.config.ts'],
      ['labels.jsonl', '--config=broken.config.ts'],
      ['labels.jsonl', '--config=missing.config.ts'],
      ['labels.jsonl', '--config=down.config.ts', '--judge=strict'],
      ['missing.jsonl', '--config=down.config.ts'],
      ['wrong.jsonl', '--config=down.config.ts'],
      ['outage.jsonl', '--config=down.config.ts'],
      ['labels.jsonl', '--min-kappa=2'],
      ['labels.jsonl', '--jugde=strict'],
      [],
    ]
    const told: string[] = []
    for (const args of calls) {
      const { exitCode, output } = await project.cli(['calibrate', ...args])
      told.push(`${args.join(' ')}: ${exitCode}\n${output.replaceAll(project.path, '<root>').trim()}`)
    }
    expect(told.join('\n\n')).toMatchInlineSnapshot(`
      "labels.jsonl: 1
      vitest-judge: there is no judge to calibrate: openai/gpt-4.1 cannot judge: OPENAI_API_KEY is not set: set it in the environment, pass apiKey, or pass the baseURL of a server that needs no key

      labels.jsonl --config=default.config.ts: 1
      vitest-judge: there is no judge to calibrate: none is chosen; choose one with judge({ judge: … })

      labels.jsonl --config=plain.config.ts: 1
      vitest-judge: expected the plugin in plain.config.ts, and found none; write plugins: [judge({ judge: … })], or name another configuration with --config

      labels.jsonl --config=broken.config.ts: 1
      failed to load config from <root>/broken.config.ts
      vitest-judge: the configuration is broken

      labels.jsonl --config=missing.config.ts: 1
      vitest-judge: --config: expected a file, got none; looked at <root>/missing.config.ts

      labels.jsonl --config=down.config.ts --judge=strict: 1
      vitest-judge: --judge: no judge is named "strict" (none is declared); declare it with judge({ judges: { "strict": … } })

      missing.jsonl --config=down.config.ts: 1
      vitest-judge: missing.jsonl has a problem:
      missing.jsonl: expected a file, got none; looked at <root>/missing.jsonl

      wrong.jsonl --config=down.config.ts: 1
      vitest-judge: wrong.jsonl has a problem:
      wrong.jsonl:2 label: expected a whole number from 1 to 5, got 7

      outage.jsonl --config=down.config.ts: 1
      calibration  marker · 1 labelled reply

       quality  κ –
         agreement – · sensitivity – · specificity – · 4 and better pass · 1 error · quadratic weights ·
         95 % bootstrap, seed 1

       ! 1× failed: the marker judge is down
      vitest-judge: nothing was judged, so nothing is kept; see above for the reasons

      labels.jsonl --min-kappa=2: 1
      error: option '--min-kappa <kappa>' argument '2' is invalid. Expected a number from 0 to 1.

      labels.jsonl --jugde=strict: 1
      error: unknown option '--jugde=strict'

      : 1
      error: missing required argument 'labels'"
    `)
    expect(project.has('snapshots')).toBe(false)
  })

  test('leaves a file that it cannot read as it is, and names the line', async () => {
    const project = createProject({
      'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE}, store: false }`),
      'labels.jsonl': labels(...agreeing),
      'snapshots/calibration.yaml': 'version: 1\njudges:\n<<<<<<< ours\n  marker: {}\n',
    })
    const { exitCode, output } = await project.cli(['calibrate', 'labels.jsonl'])
    expect(output).toMatch(/^vitest-judge: snapshots\/calibration.yaml:3: the calibrations have a merge conflict/)
    expect(exitCode).toBe(1)
    expect(project.read('snapshots/calibration.yaml')).toContain('<<<<<<< ours')
  })
})

describe('a run after a calibration', () => {
  const config = (gate = '', version = '1') =>
    configWith(`{ judge: ${MARKER_JUDGE.replace("version: '1'", `version: '${version}'`)}, store: false, ${gate} }`)

  async function calibrated(gate?: string) {
    const project = createProject({
      'vitest.config.ts': config(gate),
      'support.test.ts': test1,
      'labels.jsonl': labels(...agreeing),
    })
    await project.run()
    await project.cli(['calibrate', 'labels.jsonl'])
    return project
  }

  test('shows kappa beside the judge’s name, and warns once the judge has changed', async () => {
    const project = await calibrated()
    const { exitCode, output } = await project.run()
    expect(output).toMatch(/judged by marker κ 0\.\d\d \(0\.\d\d–0\.\d\d, n = 40\)/)
    expect(exitCode).toBe(0)

    project.write({ 'vitest.config.ts': config('', '2') })
    const changed = await project.run()
    expect(changed.output).toContain('! marker has changed since it was calibrated against labels: calibrate it again')
    expect(changed.output).not.toContain('κ')
  })

  test('with gate.minKappa is green by a judge that agrees, and red by one that does not', async () => {
    const project = await calibrated('gate: { minKappa: 0.6 }')
    expect(await project.run()).toMatchObject({ exitCode: 0 })

    project.write({ 'vitest.config.ts': config('gate: { minKappa: 0.99 }') })
    const red = await project.run()
    expect(red.exitCode).toBe(1)
    expect(red.output.slice(red.output.indexOf(' scores '))).toMatchInlineSnapshot(`
      " scores  1 stable
       JUDGE NOT TRUSTED  Judges must agree with people by κ ≥ 0.99 at the lower end (gate.minKappa):
                          marker agrees with people on quality by κ 0.97 (0.94–0.99, n = 40) only. 1 score
                          compared with the baseline, none worse by more than is tolerated.
         calibrate the judge with: npx vitest-judge calibrate <labelled.jsonl>
      "
    `)
  })

  test('with gate.minKappa is red by a judge that was never calibrated, or has changed, and green by the embedded one', async () => {
    const project = createProject({ 'vitest.config.ts': config(), 'support.test.ts': test1 })
    await project.run()
    project.write({ 'vitest.config.ts': config('gate: { minKappa: 0.6 }') })
    const never = await project.run()
    expect(never.output.replaceAll(/\s+/g, ' ')).toContain('(gate.minKappa): marker was never calibrated for quality.')
    expect(never.exitCode).toBe(1)

    const local = createProject({
      'vitest.config.ts': configWith('{ judge: localJudge(), store: false, gate: { minKappa: 0.6 } }'),
      'support.test.ts': test1.replace(
        "rubric: 'Is it polite?'",
        "criteria: [{ text: 'greets', check: { mentions: 'morning' } }]",
      ),
    })
    await local.run()
    expect(await local.run()).toMatchObject({ exitCode: 0 })
  })

  test('tells of a file of calibrations that it cannot read', async () => {
    const project = await calibrated()
    project.write({ 'snapshots/calibration.yaml': 'version: 1\njudges:\n  marker: 1\n' })
    const { exitCode, output } = await project.run()
    expect(output.replaceAll(/\s+/g, ' ')).toContain('snapshots/calibration.yaml:3: judges › marker:')
    expect(exitCode).toBe(0)
  })
})
