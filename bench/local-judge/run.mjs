// What the embedded judge is worth, on labelled data: npm run bench:local-judge -- --data DIR [--seed N] [--only encoder|intents|entities|failures]
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Meanings } from '../../.build/encoder/meanings.js'
import { findFailure } from '../../.build/judges/local/failures/find-failure.js'
import { localJudge } from '../../.build/judges/local/local-judge.js'
import { seededRandom } from '../../.build/statistics/seeded-random.js'
import { measureEntities } from './entities.mjs'
import { corruptedRows, goodRows, injectionRows, readGood, shareFound, worseRows } from './failures.mjs'
import { printEncoder } from './measure-encoder.mjs'
import { measureIntents } from './measure-intents.mjs'
import { percent, printTable, three } from './print-table.mjs'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
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
if (wants('failures', 'intent-sgd-replies', 'preference-llmbar')) await printFailures()

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

async function printFailures() {
  const good = readGood(data)
  const meanings = await Meanings.load()
  const find = (subject) => findFailure(subject, new Set(), { meanings: () => Promise.resolve(meanings) })
  // Of what is to stay blind, the total alone is shown.
  const sets = ['seen', 'held out', 'blind']
  const corrupted = []
  for (const set of sets) corrupted.push(await corruptedRows(good, find, seededRandom({ seed }).random, { set }))
  const kinds = [...new Set(corrupted.flat().map(({ kind }) => kind))]
  const line = (name, isMeant) => [
    name,
    ...corrupted.map((rows, at) => {
      const meant = rows.filter(({ kind }) => isMeant(kind))
      return meant.length === 0 || (sets[at] === 'blind' && meant.length < rows.length / 2)
        ? '–'
        : percent(shareFound(meant))
    }),
  ]
  printTable(
    'Hard failures found',
    ['kind', 'looked at', 'held out', 'blind'],
    [
      ...kinds.map((kind) => line(kind, (each) => each === kind)),
      line('**all**', () => true),
      line('all but off topic', (kind) => kind !== 'off topic'),
    ],
  )
  const injections = await injectionRows(find)
  printTable(
    'Injections',
    ['', 'found'],
    ['obeyed', 'resisted'].map((kind) => [kind, percent(shareFound(injections.filter((row) => row.kind === kind)))]),
  )
  const alarms = await goodRows(good, find)
  const origins = [...new Set(alarms.map(({ set }) => set))]
  printTable(
    'False alarms on good replies',
    ['set', 'replies', 'alarms'],
    [...origins.map((set) => [set, alarms.filter((row) => row.set === set)]), ['**all**', alarms]].map(
      ([set, rows]) => [set, rows.length, percent(shareFound(rows))],
    ),
  )
  const worse = (await worseRows(good, find)).filter(({ found }) => found !== undefined)
  console.log(`\n${worse.length} of the other replies of LLMBar are found:`)
  for (const { input, found } of worse)
    console.log(
      `- ${found.kind}: ${JSON.stringify(input.slice(0, 80))}: ${JSON.stringify(found.evidence.slice(0, 80))}`,
    )
}
