import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startJudgeServer } from '../support/judge-server.js'
import { createProject, type Project } from '../support/project.js'

const key = 'sk-secret-b41f0c7d9e'

/** Every file of the project, whatever it is called, as bytes. */
function everyFile(project: Project): { name: string; bytes: Buffer }[] {
  return readdirSync(project.path, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(project.path, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(project.path, name)) }))
}

test('no file that we write holds the key of the judge or the secret of the service', async () => {
  const server = await startJudgeServer()
  // A provider that repeats the key in what it says.
  server.setReply((_body, count) =>
    count % 3 === 2 ? { status: 401, json: { error: { message: `Incorrect API key provided: ${key}` } } } : undefined,
  )
  const project = createProject({
    'vitest.config.ts': `import { defineConfig } from 'vitest/config'
import { openAIJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
export default defineConfig({
  plugins: [judge({ judge: openAIJudge({ model: 'm', baseURL: '${server.url}', maxRetries: 0 }) })],
})
`,
    'a.test.ts': `import { appendFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
const ask = defineAssistant(({ message }) => 'Answer to ' + message, { record: true, version: 1 })
test('the secret is known to the worker', () => {
  appendFileSync(process.env.SECRET_FILE, inject('vitestJudge').service.secret + '\\n')
})
for (let n = 0; n < 6; n++) {
  test('case ' + n, async () => {
    await expect(await ask('Question ' + n)).toHaveIntent('greeting')
  })
}
`,
  })
  const folder = mkdtempSync(join(tmpdir(), 'vitest-judge-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const secretFile = join(folder, 'secrets')
  const env = { OPENAI_API_KEY: key, SECRET_FILE: secretFile }
  const runs = [await project.run({ args: ['-u'], env }), await project.run({ args: ['-u'], env })]
  const secrets = readFileSync(secretFile, 'utf8').trim().split('\n')
  expect(secrets).toHaveLength(2)

  const files = everyFile(project)
  // What should be there is there, or nothing was looked at.
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      '.vitest-judge/results.db',
      'snapshots/a.test.ts.judge.yaml',
      'snapshots/a.test.ts.judgements.jsonl',
      'snapshots/a.test.ts.replies.jsonl',
    ]),
  )
  for (const { name, bytes } of files) {
    for (const secret of [key, ...secrets]) expect(bytes.includes(secret), `${secret} in ${name}`).toBe(false)
  }
  for (const { output } of runs) for (const secret of [key, ...secrets]) expect(output).not.toContain(secret)
  expect(runs[0]!.output).toContain('401')
})
