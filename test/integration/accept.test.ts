import { describe, expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE } from '../support/project.js'

const BASELINE = 'snapshots/support.test.ts.judge.yaml'
const marker = configWith(`{ judge: ${MARKER_JUDGE}, store: false }`)
const local = configWith('{ judge: localJudge(), store: false }')

function testsOf(reply: string): string {
  return `import { expect, test } from 'vitest'
test('greets', async () => {
  await expect('${reply}').toScoreAtLeast(2, { criteria: [{ text: 'greets', check: { mentions: 'morning' } }], input: 'Hi' })
})
test('says bye', async () => {
  await expect('Good morning and bye [0.9]').toScoreAtLeast(2, { criteria: [{ text: 'greets', check: { mentions: 'morning' } }], input: 'Bye' })
})
`
}

async function judgedByMarker() {
  const project = createProject({ 'vitest.config.ts': marker, 'support.test.ts': testsOf('Good morning [0.9]') })
  await project.run()
  return project
}

describe('vitest-judge accept', () => {
  test('is vitest run -u, with the arguments that it is given', async () => {
    const project = await judgedByMarker()
    project.write({ 'support.test.ts': testsOf('Good morning [0.3]') })
    const filtered = await project.cli(['accept', '-t', 'says bye'])
    expect(filtered.exitCode).toBe(0)
    expect(project.read(BASELINE)).not.toContain('score: 0.3')
    const { exitCode, output } = await project.cli(['accept', '--', '-t', 'greets'])
    expect(output).toContain('Tests  1 passed | 1 skipped')
    expect(exitCode).toBe(0)
    expect(project.read(BASELINE)).toContain('score: 0.3')
  })

  test('does not let a local judge replace what an LLM or custom judge said, unless told to', async () => {
    const project = await judgedByMarker()
    const before = project.read(BASELINE)
    project.write({ 'vitest.config.ts': local })
    const kept = await project.cli(['accept'])
    expect(kept.output.replaceAll(/\s+/g, ' ')).toContain(
      'does not replace; if that is wanted: npx vitest-judge accept --judge-change',
    )
    expect(project.read(BASELINE)).toBe(before)

    const { exitCode, output } = await project.cli(['accept', '--judge-change'])
    expect(output).not.toContain('does not replace')
    expect(exitCode).toBe(0)
    expect(project.read(BASELINE).match(/judge: \S+@1#/g)).toEqual([
      'judge: local/embedded@1#',
      'judge: local/embedded@1#',
    ])
    // And nothing is left of it: the next judge is guarded again.
    expect(await project.run()).toMatchObject({ exitCode: 0 })
  })

  test('a run that is red stays red, and an option that Vitest does not know is told', async () => {
    const project = await judgedByMarker()
    project.write({ 'support.test.ts': testsOf('Good morning [0.1]') })
    expect((await project.cli(['accept'])).exitCode).toBe(1)
    const unknown = await project.cli(['accept', '--judge-chnage'])
    expect(unknown.exitCode).toBe(1)
    expect(unknown.output).toContain('Unknown option')
  })
})

test('vitest-judge without Vitest in the project says so', async () => {
  const project = createProject({})
  const { exitCode, output } = await project.cli(['calibrate', 'labels.jsonl', '--root', '/'])
  expect(output).toBe(
    'vitest-judge: expected vitest to be installed in /, and found none; run npm install --save-dev vitest there, or name another folder with --root\n',
  )
  expect(exitCode).toBe(1)
})
