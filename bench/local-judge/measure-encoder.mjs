import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { embedTexts } from '../../.build/encoder/embed-texts.js'
import { Meanings } from '../../.build/encoder/meanings.js'
import { SentenceEncoder } from '../../.build/encoder/sentence-encoder.js'
import { printTable } from './print-table.mjs'

const WORDS =
  'the parcel with your new lamp left our warehouse in the morning and will arrive before friday unless it rains'.split(
    ' ',
  )

/** Different for each number, so that none is known already. */
const textOf = (number, words) =>
  Array.from({ length: words }, (_, i) => WORDS[(i * 7 + number * 3) % WORDS.length]).join(' ') + ` ${number}`
const textsOf = (count, words, from) => Array.from({ length: count }, (_, i) => textOf(from + i, words))

/**
 * Times and memory of the encoder. The machine may have other work, so its load stands beside them. To be asked for before anything else
 * is: the memory is that of the whole process.
 */
export async function printEncoder() {
  const load = () => loadavg()[0].toFixed(1)
  console.log(`\nload of the machine ${load()}`)
  const before = memory()
  const rows = [
    ['the thread loads, first text', await timed(() => embedTexts(['Where is my parcel?']))],
    ['one more text of 12 words', await timed(() => embedTexts([textOf(0, 12)]))],
    ['word vectors and cohort, in the main thread', await timed(() => Meanings.load())],
  ]
  await embedTexts(textsOf(5, 100, 1)) // compiles
  rows.push(['20 texts of 100 words, in the thread', await timed(() => embedTexts(textsOf(20, 100, 10)))])
  await embedTexts(textsOf(500, 12, 100))
  const after = memory()

  const encoder = await SentenceEncoder.load()
  const here = (texts) => texts.map((text) => encoder.embed(text))
  here(textsOf(5, 100, 1))
  rows.push(['the same, in the main thread', await timed(() => here(textsOf(20, 100, 10)))])
  printTable(
    'Encoder',
    ['what', 'ms', 'main thread blocked for at most, ms'],
    rows.map(([what, { ms, blocked }]) => [what, ms.toFixed(1), blocked.toFixed(1)]),
  )
  console.log(
    `\nmemory of the process: ${before} MB before, ${after} MB after 526 texts; load of the machine ${load()}`,
  )
}

async function timed(work) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const settle = () => new Promise((resolve) => setTimeout(resolve, 10))
  await settle()
  delay.reset()
  // Its first turn after that only begins to count.
  await settle()
  const started = performance.now()
  await work()
  const ms = performance.now() - started
  await settle()
  delay.disable()
  return { ms, blocked: delay.max / 1e6 }
}

function memory() {
  return Math.round(process.memoryUsage.rss() / 1e6)
}
