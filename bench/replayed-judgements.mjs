import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ASSISTANT, judgeConfig, messageOf } from './judged-projects.mjs'
import { makeProject } from './make-project.mjs'
import { runVitest } from './run-vitest.mjs'

const A_TEST = 10

/**
 * What replaying costs: tests that judge each reply ten times, all of it recorded, against the same tests that judge nothing.
 * Records, store, baseline and cassette are on; the server must not be asked.
 */
export function replayedJudgements({ judgements, server }) {
  const tests = judgements / A_TEST
  const config = judgeConfig({ concurrency: 50, maxInFlight: 50, baseURL: server.baseURL })
  return {
    name: 'replayed',
    title: `Replayed judgements: ${judgements}, ten in each of ${tests} tests`,
    against: 'the same tests without them',
    bars: { added: 1.5 },
    async prepare() {
      const plain = makeProject('replayed/plain', { 'vitest.config.ts': config, 'a.test.ts': testFile(tests, false) })
      const judge = makeProject('replayed/judge', { 'vitest.config.ts': config, 'a.test.ts': testFile(tests, true) })
      await runVitest(judge, { tests, ci: false, args: ['-u'] })
      const run = async (project) => {
        rmSync(join(project, '.vitest-judge'), { recursive: true, force: true })
        await server.reset()
        const measured = await runVitest(project, { tests, ci: true })
        const { total } = await server.stats()
        if (total !== 0) throw new Error(`${project}: expected no call to the judge, got ${total}`)
        return measured
      }
      return { plain: () => run(plain), judge: () => run(judge) }
    },
  }
}

function testFile(tests, isJudged) {
  return `import { expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'

const message = ${messageOf.toString()}
${ASSISTANT}
const ask = defineAssistant(({ message }) => answer(message))
for (let index = 0; index < ${tests}; index++) {
  test.concurrent('case ' + index, async () => {
    const reply = await ask(message(index))
    expect(reply.text).toContain('parcel')
${isJudged ? `    for (let intent = 0; intent < ${A_TEST}; intent++) await expect(reply).toHaveIntent('order_support_' + intent)` : ''}
  })
}
`
}
