// Measures what vitest-judge costs, against plain Vitest. See README.md here.
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { benchmarks } from './benchmarks.mjs'
import { compareSides } from './compare-sides.mjs'
import { formatComparison } from './format-comparison.mjs'
import { installBuiltPackage } from './install-built-package.mjs'
import { canMeasureCpu } from './measure-tree.mjs'
import { measureRounds } from './measure-rounds.mjs'
import { readArguments } from './read-arguments.mjs'
import { startJudgeServer } from './start-judge-server.mjs'

const JUDGE_DELAY_MS = 50

const { help, only, rounds, files, cases, judgements, json, dist } = readArguments(process.argv.slice(2))
if (help !== undefined) console.log(help)
else process.exitCode = await runBenchmarks()

async function runBenchmarks() {
  const installed = installBuiltPackage(dist)
  const server = await startJudgeServer(JUDGE_DELAY_MS)
  try {
    const all = benchmarks({ server, installed, files, cases, judgements })
    const chosen = all.filter(({ name }) => only.length === 0 || only.some((start) => name.startsWith(start)))
    if (chosen.length === 0) throw new TypeError(`--only: known are ${all.map(({ name }) => name).join(', ')}`)
    console.log(`${new Date().toISOString()}  Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}`)
    if (!canMeasureCpu) console.log(`CPU of a process tree cannot be measured on ${process.platform}: wall time only`)
    const results = []
    for (const benchmark of chosen) results.push(await runBenchmark(benchmark))
    if (json !== undefined) writeFileSync(json, JSON.stringify(results, null, 2) + '\n')
    return results.some(({ rows }) => rows.some(({ passed }) => passed === false)) ? 1 : 0
  } finally {
    server.stop()
  }
}

async function runBenchmark({ name, title, against, bars, prepare }) {
  const sides = await prepare()
  const load = loadavg()
  console.log(`\n${title} [${name}]\n  against ${against}; load ${load.map((each) => each.toFixed(2)).join(' ')}`)
  const runs = await measureRounds(sides, rounds, ({ round, side, wall, cpu, load: now, maxInFlight }) => {
    const counted = round === 0 ? 'warm-up' : `round ${round}`
    const calls = maxInFlight === undefined ? '' : `, at most ${maxInFlight} calls at once`
    const spent = cpu === null ? '' : `, ${cpu.toFixed(2)} s CPU`
    console.log(`    ${counted} ${side}: ${wall.toFixed(2)} s${spent}${calls}, load ${now.toFixed(2)}`)
  })
  const rows = compareSides(runs, bars)
  console.log(formatComparison(rows))
  return { name, title, against, date: new Date().toISOString(), load, rows, runs }
}
