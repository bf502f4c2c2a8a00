import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gate } from '../../.build/baseline/gate.js'
import { readBaseline } from '../../.build/baseline/read-baseline.js'
import { writeBaseline } from '../../.build/baseline/write-baseline.js'
import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { drawSuite } from './draw-suites.mjs'
import { baselineOf, compareWith, evaluatedCases, POLICY } from './simulate.mjs'

const METRICS = ['entities', 'intent', 'quality']
const MOST_MS = 300

/** What comparing takes, in memory, and what reading and writing the file takes besides. */
export async function measureSpeed(seed) {
  const measured = []
  for (const cases of [10_000, 100_000]) measured.push(await measure(cases, seed))
  const [small, large] = measured
  console.log(`100,000 cases take ${(large.both / small.both).toFixed(1)} times what 10,000 take`)
  const held = small.both <= MOST_MS
  console.log(`10,000 cases in ${small.both.toFixed(0)} ms, bar ${MOST_MS} ms: ${held ? 'held' : 'MISSED'}`)
  const rows = measured.map(({ cases, compare, decide, both, write, read, bytes }) => [
    String(cases),
    ...[compare, decide, both, write, read].map((ms) => ms.toFixed(0)),
    `${(bytes / 1e6).toFixed(1)} MB`,
  ])
  return { rows, held }
}

async function measure(cases, seed) {
  const { random } = seededRandom({ seed })
  const { before, after } = drawSuite(random, { cases, trials: 3, metrics: METRICS, passes: true })
  const baseline = baselineOf(evaluatedCases(before))
  const ran = evaluatedCases(after)
  let [compare, decide, both] = [Infinity, Infinity, Infinity]
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.()
    const started = performance.now()
    const comparison = compareWith(baseline, ran)
    const compared = performance.now()
    gate(comparison, POLICY)
    const decided = performance.now()
    compare = Math.min(compare, compared - started)
    decide = Math.min(decide, decided - compared)
    both = Math.min(both, decided - started)
  }
  const folder = mkdtempSync(join(tmpdir(), 'vitest-judge-gate-'))
  try {
    const path = join(folder, 'a.test.js.judge.yaml')
    const empty = await readBaseline(path)
    const started = performance.now()
    await writeBaseline(empty, baseline)
    const written = performance.now()
    await readBaseline(path)
    const read = performance.now()
    return { cases, compare, decide, both, write: written - started, read: read - written, bytes: statSync(path).size }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
