// Whether the gate's verdicts hold what they promise, on simulated suites: npm run bench:gate -- [--suites N] [--seed N] [--only rates|speed]
import { parseArgs } from 'node:util'
import { printTable } from '../local-judge/print-table.mjs'
import { measureSpeed } from './measure-speed.mjs'
import { measureRow } from './measure-row.mjs'
import { ROWS } from './rows.mjs'

const { values } = parseArgs({
  options: {
    suites: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})
const [suites, seed] = [Number(values.suites), Number(values.seed)]
let missed = 0

if (values.only !== 'speed') {
  const rows = []
  const promises = new Map()
  for (const row of ROWS) {
    const measured = measureRow(row, { suites, seed, promises })
    missed += measured.missed
    rows.push(measured.cells)
  }
  printTable(
    `Verdicts on simulated suites, ${suites} a row, seed ${seed}, trial SD 0.1`,
    ['suite', 'what', 'drop', 'PASS', 'REGRESSED', 'INCONCLUSIVE', 'metric found', 'bars'],
    rows,
  )
}

if (values.only !== 'rates') {
  const { rows, held } = await measureSpeed(seed)
  if (!held) missed++
  printTable(
    'Comparing n cases of 3 metrics and their passes, 3 trials each, ms (least of five)',
    ['n', 'compare', 'gate', 'both', 'write file', 'read file', 'file'],
    rows,
  )
}

console.log(missed === 0 ? 'all bars held' : `${missed} bars missed`)
process.exitCode = missed === 0 ? 0 : 1
