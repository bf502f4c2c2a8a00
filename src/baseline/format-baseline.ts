import type { Baseline, BaselineEntry, BaselineScore } from './baseline.js'
import { byCodePoint } from './by-code-point.js'
import { roundScore, roundSd, roundTrial } from './rounding.js'
import { storableText } from './storable-text.js'
import { blockScalar, inlineScalar, mappingKey } from './yaml-scalar.js'

const header = `# Baseline of vitest-judge: the scores and replies that later runs are compared with.
# Commit it, and review its changes like code. To accept what a run says now: vitest run -u
`

/**
 * The text of a baseline file: entries and metrics sorted by code point, fields in a fixed order, replies as literal blocks
 * wherever YAML can carry them, no timestamps. The same baseline always gives the same text, and `parseBaseline` gives
 * back what went in, but for scores and standard deviations, which are rounded (see `rounding.ts`), and lone surrogates, which
 * UTF-8 cannot hold and which become U+FFFD.
 *
 * Written line by line, for the structure is known: 10,000 entries of 2 KB in about 0.2 s.
 */
export function formatBaseline(baseline: Baseline): string {
  const entries = sorted(baseline.entries)
  if (entries.length === 0) return `${header}version: ${baseline.version}\nentries: {}\n`
  return `${header}version: ${baseline.version}\nentries:\n${entries.map(([key, entry]) => formatEntry(key, entry)).join('')}`
}

function formatEntry(key: string, entry: BaselineEntry): string {
  let text = `  ${mappingKey(key, 2)}\n`
  text += `    input:${formatInput(entry.input)}\n`
  if (entry.context !== undefined) text += `    context: ${inlineScalar(storableText(entry.context))}\n`
  const scores = sorted(entry.scores)
  text += scores.length === 0 ? '    scores: {}\n' : '    scores:\n'
  for (const [metric, score] of scores) text += formatScore(metric, score)
  if (entry.passed !== undefined) text += `    passed: ${entry.passed}\n`
  if (entry.trials !== undefined) text += `    trials: ${entry.trials}\n`
  if (entry.latencyMs !== undefined) text += `    latencyMs: ${Math.round(entry.latencyMs)}\n`
  return `${text}    reply: ${blockScalar(storableText(entry.reply), 4)}\n`
}

function formatInput(input: string | string[]): string {
  if (typeof input === 'string') return ` ${lineOrBlock(input, 4)}`
  if (input.length === 0) return ' []'
  return input.map((message) => `\n      - ${lineOrBlock(message, 6)}`).join('')
}

function formatScore(metric: string, score: BaselineScore): string {
  let text = `      ${mappingKey(metric, 6)}\n        score: ${roundScore(score.score, score.unit)}\n`
  if (score.unit !== undefined) text += `        unit: ${score.unit}\n`
  if (score.trials !== undefined) text += `        trials: ${score.trials}\n`
  if (score.sd !== undefined) text += `        sd: ${roundSd(score.sd, score.unit)}\n`
  if (score.values !== undefined) text += `        values: [${formatValues(score.values, score.unit)}]\n`
  if (score.declined !== undefined) text += `        declined: ${score.declined}\n`
  text += `        expects: ${expectsScalar(score.expects)}\n`
  text += `        judge: ${judgeScalar(score.judge)}\n`
  if (score.served !== undefined) text += `        served: ${inlineScalar(storableText(score.served))}\n`
  return `${text}        rationale: ${lineOrBlock(score.rationale, 8)}\n`
}

function formatValues(values: number[], unit: BaselineScore['unit']): string {
  return values.map((value) => roundTrial(value, unit)).join(', ')
}

/** The scores of a file have few judges and expectations among them, mostly those of the score before. */
const expectsScalar = lastKept((text) => inlineScalar(storableText(text)))
const judgeScalar = lastKept((text) => inlineScalar(storableText(text)))

function lastKept(make: (text: string) => string): (text: string) => string {
  let last: { text: string; made: string } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) }
    return last.made
  }
}

function lineOrBlock(text: string, indent: number): string {
  const storable = storableText(text)
  return storable.includes('\n') ? blockScalar(storable, indent) : inlineScalar(storable)
}

/** Two keys that differ in lone surrogates only are one key in the file. */
function sorted<T>(record: Record<string, T>): [string, T][] {
  const entries = Object.entries(record)
  // As it comes from a file, where it is sorted.
  if (entries.every(([key], index) => isPlain(key) && (index === 0 || (entries[index - 1]?.[0] ?? '') < key)))
    return entries
  const byKey = new Map(entries.map(([key, value]) => [storableText(key), value]))
  return [...byKey].sort(([a], [b]) => byCodePoint(a, b))
}

/** Of such keys the order by code unit is that by code point. */
function isPlain(key: string): boolean {
  return /^[ -~]*$/.test(key)
}
