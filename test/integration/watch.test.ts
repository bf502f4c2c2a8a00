import { expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE } from '../support/project.js'
import { storedResults } from '../support/stored-results.js'

const ASSISTANT = "export const answer = (message) => message + ' [0.9]'\n"

const TESTS = `import { expect, test } from 'vitest'
import { defineAssistant, describeCases, loadCases } from 'vitest-judge'
import { answer } from './assistant.js'
describeCases('support', loadCases('cases.jsonl'), { assistant: defineAssistant(({ message }) => answer(message)) })
`

const row = (id: string) => `{"id": "${id}", "input": "asks ${id}", "intent": "greeting"}\n`

test('a changed dataset reruns its tests, and a changed assistant is compared with the baseline', async () => {
  const project = createProject({
    'vitest.config.ts': configWith(`{ judge: ${MARKER_JUDGE} }`),
    'assistant.js': ASSISTANT,
    'cases.jsonl': row('one'),
    'a.test.js': TESTS,
    'b.test.js': TESTS.replaceAll('cases.jsonl', 'broken.yaml').replace('support', 'mended'),
    'broken.yaml': '- id: three\n  inptu: asks three\n',
    'c.test.js': "import { test } from 'vitest'\ntest('reads no dataset', () => {})\n",
  })
  const watching = project.start({ args: ['--watch'] })
  let seen = 0
  const rerun = async (files: Record<string, string>, expected: RegExp) => {
    if (Object.keys(files).length > 0) project.write(files)
    await watching.waitFor(new RegExp(`${expected.source}[^]*(?:Waiting|Watching) for file changes`))
    const output = watching.output().slice(seen)
    seen += output.length
    return output
  }

  const first = await rerun({}, /NOTHING COMPARED/)
  expect(first).toContain('broken.yaml:1 inptu: unknown field')
  expect(first).toMatch(/support \(a\.test\.js\) +1\/1 +0\.90/)
  expect(project.read('snapshots/a.test.js.judge.yaml')).toContain('asks one')

  // Nothing imports a dataset, so Vitest itself does not know who reads it.
  const longer = await rerun({ 'cases.jsonl': row('one') + row('two') }, /RERUN +a\.test\.js[^]*NO REGRESSION/)
  expect(longer).toMatch(/support \(a\.test\.js\) +2\/2 +0\.90/)
  expect(longer).toMatch(/ scores +1 stable · 1 new/)
  expect(longer).not.toContain('c.test.js')
  expect(project.read('snapshots/a.test.js.judge.yaml')).toContain('asks two')

  // The file was known before it was read, though reading it failed.
  const mended = await rerun(
    { 'broken.yaml': '- id: three\n  input: asks three\n  intent: greeting\n' },
    /RERUN +b\.test\.js[^]*NOTHING COMPARED/,
  )
  expect(mended).toMatch(/mended \(b\.test\.js\) +1\/1 +0\.90/)

  const accepted = project.read('snapshots/a.test.js.judge.yaml')
  const worse = await rerun({ 'assistant.js': ASSISTANT.replace('0.9', '0.81') }, /RERUN +assistant\.js[^]*REGRESSED/)
  expect(worse).toMatch(/3 passed/)
  expect(worse).toMatch(/✗ degraded +a\.test\.js › one\s+intent +0\.90 → 0\.81 \(−0\.09\)/)
  expect(worse).toMatch(/ scores +3 degraded/)
  expect(project.read('snapshots/a.test.js.judge.yaml')).toBe(accepted)

  const better = await rerun({ 'assistant.js': ASSISTANT }, /RERUN +assistant\.js[^]*NO REGRESSION/)
  expect(better).toMatch(/ scores +3 stable/)
  expect(better).not.toContain('degraded')

  // Each run of the watcher is a run of its own, with its own tests.
  const runs = await storedResults(project)
  const kept = runs.map(({ result, cases }) => `${result?.outcome} with ${cases.length}`)
  expect(kept[0]).toBe('passed with 3')
  expect(new Set(kept)).toEqual(
    new Set(['failed with 1', 'passed with 2', 'passed with 1', 'failed with 3', 'passed with 3']),
  )

  watching.process.kill('SIGTERM')
  await watching.finished
})
