import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { datasetFiles, judgeConfig, judgeFile, plainConfig, plainFile } from './judged-projects.mjs'
import { makeProject } from './make-project.mjs'
import { recordRequest } from './record-request.mjs'
import { runVitest } from './run-vitest.mjs'

/**
 * What judged tests cost: many cases against a slow judge, with records, store and baseline on, and held against plain Vitest that sends
 * the same requests from its workers.
 *
 * @param shape `file`: all cases in one file; `files`: in ten; `dataset`: made by `describeCases`
 * @param bars absent where nothing is demanded
 */
export function judgedCases({
  name,
  shape,
  cases,
  concurrency,
  maxInFlight = concurrency,
  bars = {},
  server,
  installed,
}) {
  const files = shape === 'files' ? 10 : 1
  const filesOf = (make) => {
    const count = cases / files
    const parts = Array.from({ length: files }, (_, part) => [`judged-${part}.test.ts`, make(part * count, count)])
    return Object.fromEntries(parts)
  }
  const run = async (project, ci = true) => {
    await server.reset()
    const measured = await runVitest(project, { tests: cases, ci })
    const { total, maxInFlight: seen } = await server.stats()
    if (total !== cases) throw new Error(`${project}: expected ${cases} calls to the judge, got ${total}`)
    return { ...measured, maxInFlight: seen }
  }
  return {
    name,
    title: `Judged cases: ${titleOf(shape, cases)}, ${concurrency} at once`,
    against: 'plain Vitest fetching the same from its workers',
    bars,
    async prepare() {
      const { baseURL } = server
      const asked = { metric: 'intent', input: '{input}', reply: '{reply}', intent: 'order_support' }
      const request = await recordRequest(installed, asked)
      const plain = makeProject(`${name}/plain`, {
        'vitest.config.ts': plainConfig({ concurrency }),
        ...filesOf((from, count) => plainFile({ from, count, baseURL, request })),
      })
      const judge = makeProject(`${name}/judge`, {
        'vitest.config.ts': judgeConfig({ concurrency, maxInFlight, baseURL }),
        ...(shape === 'dataset'
          ? datasetFiles({ count: cases })
          : filesOf((from, count) => judgeFile({ from, count }))),
      })
      await run(judge, false)
      if (!existsSync(join(judge, 'snapshots'))) throw new Error(`${judge}: the first run wrote no baseline`)
      return {
        plain: () => run(plain),
        judge: async () => {
          // Every run with a new file, as in CI: with one that grows the rounds would not be alike.
          rmSync(join(judge, '.vitest-judge'), { recursive: true, force: true })
          const measured = await run(judge)
          if (!existsSync(join(judge, '.vitest-judge/results.db'))) throw new Error(`${judge}: no results were kept`)
          return measured
        },
      }
    },
  }
}

function titleOf(shape, cases) {
  if (shape === 'files') return `ten files of ${cases / 10}`
  return shape === 'dataset' ? `${cases} cases of a dataset` : `${cases} in one file`
}
