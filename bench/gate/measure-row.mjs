import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { drawSuite } from './draw-suites.mjs'
import { describeBar, holdBar } from './hold-bar.mjs'
import { verdictOn } from './simulate.mjs'

/**
 * One row of the table.
 *
 * @param promises what unchanged suites of the same name promised, by name and metric; unchanged rows add to it
 */
export function measureRow({ name, of, suite, promised, bars }, { suites, seed, promises }) {
  const drop = promised === undefined ? (suite.drop ?? 0) : promises.get(`${name} ${promised}`)
  const drawn = { ...suite, drop, ...(promised !== undefined && { of: [promised] }) }
  const counts = { pass: 0, regressed: 0, inconclusive: 0, found: 0 }
  const sums = new Map()
  const { random } = seededRandom({ seed })
  for (let index = 0; index < suites; index++) {
    const { before, after } = drawSuite(random, drawn)
    const [{ verdict, metrics }] = verdictOn(before, after).suites
    counts[verdict]++
    if (metrics.some((one) => one.metric === promised && one.verdict === 'regressed')) counts.found++
    for (const one of metrics) sums.set(one.metric, (sums.get(one.metric) ?? 0) + one.detectableDrop)
  }
  if (drop === 0) for (const [metric, sum] of sums) promises.set(`${name} ${metric}`, sum / suites)
  const told = Object.entries(bars).map(([what, bar]) => {
    const { held } = holdBar(counts[what], suites, bar)
    return { held, text: `${what} ${describeBar(bar)} ${held ? 'held' : 'MISSED'}` }
  })
  const percent = (count) => `${((100 * count) / suites).toFixed(1)} %`
  return {
    missed: told.filter(({ held }) => !held).length,
    cells: [
      name,
      of,
      drop === 0 ? '–' : drop.toFixed(3),
      percent(counts.pass),
      percent(counts.regressed),
      percent(counts.inconclusive),
      promised === undefined ? '–' : `${promised} ${percent(counts.found)}`,
      told.length === 0 ? 'none' : told.map(({ text }) => text).join(', '),
    ],
  }
}
