import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { batchedWriter } from '../../../src/store/batched-writer.js'
import { openStore } from '../../../src/store/open-store.js'
import { makeCase, makeMetric, makeRun, makeScore, makeTrial } from '../make-case.js'
import { temporaryFolder } from '../temporary-folder.js'

test.for([1_000, 10_000])(
  '%i cases of 3 scores and 2 KB of reply are written and read',
  { timeout: 60_000 },
  async (n) => {
    const file = join(await temporaryFolder(), 'results.db')
    const cases = Array.from({ length: n }, (_, index) => {
      const reply = `Reply ${index}: `.padEnd(2_048, 'I will look into order 881. ')
      return makeCase({
        name: `support > case ${index}`,
        key: `case-${index}`,
        reply,
        trials: [
          makeTrial({
            replies: [{ input: 'Where is order 881?', text: reply, durationMs: 812.5 }],
            scores: [makeScore(), makeScore({ metric: 'entities' }), makeScore({ metric: 'quality' })],
          }),
        ],
        metrics: [makeMetric(), makeMetric({ key: 'entities' }), makeMetric({ key: 'quality' })],
      })
    })

    const open = meter()
    const store = await openStore(`sqlite:${file}`)
    const runId = await store.startRun(makeRun())
    const opened = open()

    const write = meter()
    const writer = batchedWriter({ store, runId, onError: (error) => expect.unreachable(String(error)) })
    for (const evaluated of cases) writer.add(evaluated)
    await writer.flush()
    const written = write()

    await store.run(runId) // loads kysely and zod
    const read = meter()
    expect(await store.cases(runId)).toHaveLength(n)
    const wasRead = read()

    const close = meter()
    await store.close()
    const size = (statSync(file).size / 2 ** 20).toFixed(1)
    console.log(
      `${n} cases: opened in ${opened}, written in ${written}, read in ${wasRead}, closed in ${close()}; ${size} MB`,
    )
  },
)

function meter(): () => string {
  const wall = performance.now()
  const cpu = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return `${(performance.now() - wall).toFixed(0)} ms (CPU ${((user + system) / 1_000).toFixed(0)} ms)`
  }
}
