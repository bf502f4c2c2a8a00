// What the embedded judge's evidence is worth, on labelled data: npm run bench:local-judge -- --data DIR [--seed N]
import { parseArgs } from 'node:util'
import { Meanings } from '../../.build/encoder/meanings.js'
import { measureIntents } from './measure-intents.mjs'

const { values } = parseArgs({ options: { data: { type: 'string' }, seed: { type: 'string', default: '1' } } })
if (values.data === undefined)
  throw new TypeError('--data: expected a folder of JSONL files, as bench/local-judge.md describes them')

const started = performance.now()
const meanings = await Meanings.load()
console.log(`loaded in ${(performance.now() - started).toFixed(0)} ms`)
for (const { condition, rows, coefficients } of measureIntents(values.data, meanings, { seed: Number(values.seed) })) {
  console.log(`\nIntent, ${condition}\n`)
  console.log('| set | AUC | among siblings | label words | p ≥ | passed | siblings | others | precision |')
  console.log('|---|---|---|---|---|---|---|---|---|')
  for (const { set, auc, siblings, labelWords, at } of rows) {
    for (const [index, line] of at.entries()) {
      const figures = index === 0 ? [set, three(auc), three(siblings), three(labelWords)] : ['', '', '', '']
      const { from, passed, siblings: ofSiblings, others, precision } = line
      console.log(
        `| ${[...figures, from, percent(passed), percent(ofSiblings), percent(others), three(precision)].join(' | ')} |`,
      )
    }
  }
  console.log(`\ncoefficients of all sets: ${coefficients.map((value) => value.toFixed(2)).join(', ')}`)
}

function three(value) {
  return Number.isNaN(value) ? '–' : value.toFixed(3)
}

function percent(share) {
  return Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`
}
