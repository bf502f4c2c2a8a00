// The rows of src/judges/local/failures/word-order-table.ts: npm run build:plain && node bench/local-judge/word-order.mjs DIR
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLASS_COUNT, orderClasses } from '../../.build/judges/local/failures/word-order.js'
import { readRows } from './read-rows.mjs'

/** Pairs added to each, seen and expected: what was never seen is not impossible. */
const PRIOR = 2

/** Steps of a half, up to four each way: more than that nobody has counted. */
const MOST = 4

const [folder] = process.argv.slice(2)
const root = join(import.meta.dirname, '../..')
const instructions = readRows(folder, 'preference-llmbar.jsonl')

/** Texts, and what each pair counts. False alarms are measured on replies of SGD and the preferred ones of LLMBar: neither is here. */
const sources = [
  [readRows(folder, 'intent-clinc150.jsonl').map(({ text }) => text), 0.5],
  [readRows(folder, 'intent-banking77.jsonl').map(({ text }) => text), 0.5],
  [instructions.flatMap(({ input, replies, preferred }) => [input, replies[1 - preferred]]), 3],
  [pages(), 1],
]

const counts = Array.from({ length: CLASS_COUNT }, () => new Array(CLASS_COUNT).fill(0))
for (const [texts, weight] of sources) {
  for (const text of texts) {
    const order = orderClasses(text)
    for (let at = 1; at < order.length; at++) counts[order[at - 1]][order[at]] += weight
  }
}
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
const firsts = counts.map(sum)
const seconds = counts.map((_, at) => sum(counts.map((row) => row[at])))
const total = sum(firsts)
const rows = counts.map((row, first) =>
  row.map((count, second) => {
    const expected = (firsts[first] * seconds[second]) / total
    const information = Math.log((count + PRIOR) / (expected + PRIOR))
    const step = Math.round(2 * Math.max(-MOST, Math.min(MOST, information)))
    return String.fromCharCode('i'.charCodeAt(0) + step)
  }),
)
console.log(rows.map((row) => row.join('')).join('\n'))

/** The prose of this project's own pages. */
function pages() {
  const names = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
  return [join(root, 'README.md'), ...names.map((name) => join(root, 'docs', name))].map((path) =>
    readFileSync(path, 'utf8')
      .replace(/```[\s\S]*?```/g, '\n')
      .replace(/`[^`]*`/g, 'it')
      .replace(/^[|#].*$/gm, ''),
  )
}
