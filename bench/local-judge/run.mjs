// What the embedded judge is worth, on labelled data: npm run bench:local-judge -- --data DIR [--seed N] [--only encoder|intents|entities|failures]
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Meanings } from '../../.build/encoder/meanings.js'
import { findHardFailure } from '../../.build/judges/local/failures/find-hard-failure.js'
import { localJudge } from '../../.build/judges/local/local-judge.js'
import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { measureEntities } from './entities.mjs'
import { corruptedRows, goodRows, injectionRows, offTopicRows, readGood, shareFound } from './failures.mjs'
import { printEncoder } from './measure-encoder.mjs'
import { measureIntents } from './measure-intents.mjs'
import { percent, printTable, three } from './print-table.mjs'

const { values } = parseArgs({
  options: { data: { type: 'string' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } },
})
const { data, only } = values
const seed = Number(values.seed)
if (data === undefined && only !== 'encoder') {
  throw new TypeError('--data: expected a folder of JSONL files, as bench/local-judge.md describes them')
}
const wants = (part, ...files) =>
  (only === undefined || only === part) && files.every((file) => existsSync(join(data, `${file}.jsonl`)))

if (wants('encoder')) await printEncoder()
if (wants('intents')) await printIntents()
if (wants('entities', 'entities-sgd-replies', 'entities-nlupp')) await printEntities()
if (wants('failures', 'intent-sgd-replies', 'preference-llmbar')) printFailures()

async function printIntents() {
  const started = performance.now()
  const meanings = await Meanings.load()
  console.log(`encoder and word vectors loaded in ${(performance.now() - started).toFixed(0)} ms`)
  const { evidence, verdicts, coefficients } = await measureIntents(data, meanings, { seed })
  printTable(
    'Intents: the evidence',
    ['set', 'ground', 'AUC', 'among siblings', 'label words'],
    evidence.map(({ set, ground, auc, siblings, labelWords }) => [
      set,
      ground,
      three(auc),
      three(siblings),
      three(labelWords),
    ]),
  )
  printTable(
    'Intents: the verdicts',
    [
      'set',
      'told',
      'right: passed',
      'failed',
      'siblings passed',
      'others passed',
      'failed',
      'swapped passed',
      'non-answers passed',
      'failed',
      'precision',
      'ms',
    ],
    verdicts.map(({ set, condition, passed, failedRight, failedOther, failedNonAnswer, precision, milliseconds }) => [
      set,
      condition,
      percent(passed.right),
      percent(failedRight),
      percent(passed.sibling),
      percent(passed.other),
      percent(failedOther),
      percent(passed.swapped),
      percent(passed.nonAnswer),
      percent(failedNonAnswer),
      three(precision),
      milliseconds.toFixed(1),
    ]),
  )
  console.log('\ncoefficients of all sets:')
  for (const [ground, values] of Object.entries(coefficients)) {
    console.log(`  ${ground}: [${values.map((value) => Number(value.toFixed(2))).join(', ')}],`)
  }
}

async function printEntities() {
  const rows = await measureEntities(data, localJudge())
  printTable(
    'Entities',
    ['set', 'precision', 'recall', 'F1'],
    rows.map(({ set, precision, recall, f1 }) => [set, three(precision), three(recall), three(f1)]),
  )
}

function printFailures() {
  const good = readGood(data)
  const { random } = seededRandom({ seed })
  const ofKinds = (rows) => {
    const kinds = [...new Set(rows.map(({ kind }) => kind))]
    return new Map(kinds.map((kind) => [kind, rows.filter((row) => row.kind === kind)]))
  }
  const seen = ofKinds(corruptedRows(good, findHardFailure, random))
  const heldOut = ofKinds(corruptedRows(good, findHardFailure, random, { heldOut: true }))
  const kinds = [...new Set([...seen.keys(), ...heldOut.keys()])]
  const share = (rows) => percent(rows === undefined ? Number.NaN : shareFound(rows))
  printTable(
    'Hard failures found',
    ['kind', 'looked at', 'held out'],
    [
      ...kinds.map((kind) => [kind, share(seen.get(kind)), share(heldOut.get(kind))]),
      ['**all**', share([...seen.values()].flat()), share([...heldOut.values()].flat())],
      ['off topic (apart)', share(offTopicRows(good, findHardFailure, random)), ''],
      ...[...ofKinds(injectionRows(findHardFailure))].map(([kind, rows]) => [
        `injection ${kind} (apart)`,
        share(rows),
        '',
      ]),
    ],
  )
  const alarms = goodRows(good, findHardFailure)
  const sets = [...new Set(alarms.map(({ set }) => set))]
  printTable(
    'False alarms on good replies',
    ['set', 'replies', 'alarms'],
    [...sets.map((set) => [set, alarms.filter((row) => row.set === set)]), ['**all**', alarms]].map(([set, rows]) => [
      set,
      rows.length,
      percent(shareFound(rows)),
    ]),
  )
}
