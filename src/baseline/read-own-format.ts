import type { Baseline, BaselineEntry, BaselineScore } from './baseline.js'
import { formatBaseline } from './format-baseline.js'

/**
 * Reads a baseline that stands exactly as {@link formatBaseline} writes it, several times faster than a YAML parser that must
 * expect anything. `null` for every other text, however small the difference: that is for the parser.
 *
 * The reader itself may be simple, because what it has read is written again and must give the same text, and the text of
 * a baseline stands for that baseline alone.
 */
export function readOwnFormat(text: string): Baseline | null {
  try {
    const baseline = new LineReader(text).baseline()
    return formatBaseline(baseline) === text ? baseline : null
  } catch {
    return null
  }
}

const MARGIN = ' '.repeat(10)

class LineReader {
  readonly #lines: string[]
  #next = 0

  constructor(text: string) {
    this.#lines = text.split('\n')
  }

  baseline(): Baseline {
    while (this.#line().startsWith('#')) this.#next++
    this.#expect('version: 1')
    const entries = new Map<string, BaselineEntry>()
    if (this.#line() !== 'entries: {}') {
      this.#expect('entries:')
      while (this.#isAt(2)) entries.set(this.#key(2), this.#entry())
    }
    return { version: 1, entries: Object.fromEntries(entries) }
  }

  #entry(): BaselineEntry {
    const input = this.#input()
    const context = this.#field('context: ', 4)
    const scores = new Map<string, BaselineScore>()
    if (this.#line() === '    scores: {}') this.#next++
    else {
      this.#expect('    scores:')
      while (this.#isAt(6)) scores.set(this.#key(6), this.#score())
    }
    const passed = this.#field('passed: ', 4)
    const trials = this.#field('trials: ', 4)
    const latencyMs = this.#field('latencyMs: ', 4)
    const entry: BaselineEntry = { input, scores: Object.fromEntries(scores), reply: this.#required('reply: ', 4) }
    if (context !== undefined) entry.context = context
    if (passed !== undefined) entry.passed = Number(passed)
    if (trials !== undefined) entry.trials = Number(trials)
    if (latencyMs !== undefined) entry.latencyMs = Number(latencyMs)
    return entry
  }

  #input(): string | string[] {
    if (this.#line() === '    input: []') {
      this.#next++
      return []
    }
    if (this.#line() !== '    input:') return this.#required('input: ', 4)
    this.#next++
    const messages: string[] = []
    while (this.#line().startsWith('      - ')) messages.push(this.#scalar(8, 6))
    return messages
  }

  #score(): BaselineScore {
    const score = Number(this.#required('score: ', 8))
    const unit = this.#field('unit: ', 8)
    const trials = this.#field('trials: ', 8)
    const sd = this.#field('sd: ', 8)
    const values = this.#field('values: ', 8)
    const declined = this.#field('declined: ', 8)
    const expects = this.#required('expects: ', 8)
    const judge = this.#required('judge: ', 8)
    const served = this.#field('served: ', 8)
    const read: BaselineScore = { score, expects, judge, rationale: this.#required('rationale: ', 8) }
    if (unit !== undefined) read.unit = unit as 'number'
    if (trials !== undefined) read.trials = Number(trials)
    if (sd !== undefined) read.sd = Number(sd)
    if (values !== undefined) read.values = JSON.parse(values) as number[]
    if (declined !== undefined) read.declined = Number(declined)
    if (served !== undefined) read.served = served
    return read
  }

  /** @param name with the colon and the space behind it */
  #required(name: string, indent: number): string {
    const value = this.#field(name, indent)
    if (value === undefined) throw new Error(`no ${name}`)
    return value
  }

  #field(name: string, indent: number): string | undefined {
    return this.#line().startsWith(name, indent) ? this.#scalar(indent + name.length, indent) : undefined
  }

  /** The scalar that begins in the current line at `start`, of a field that is indented by `indent`. */
  #scalar(start: number, indent: number): string {
    const value = this.#line().slice(start)
    this.#next++
    if (value.startsWith('"')) return JSON.parse(value) as string
    if (!value.startsWith('|')) return value
    const margin = MARGIN.slice(0, indent + 2)
    const body: string[] = []
    while (this.#next < this.#lines.length - 1 && (this.#line() === '' || this.#line().startsWith(margin))) {
      body.push(this.#line().slice(indent + 2))
      this.#next++
    }
    return body.join('\n') + (value.endsWith('-') ? '' : '\n')
  }

  #key(indent: number): string {
    const key = this.#line().slice(indent, -1)
    this.#next++
    return key.startsWith('"') ? (JSON.parse(key) as string) : key
  }

  #isAt(indent: number): boolean {
    const line = this.#line()
    return line.startsWith(MARGIN.slice(0, indent)) && line.length > indent && line[indent] !== ' '
  }

  #expect(line: string): void {
    if (this.#line() !== line) throw new Error(`no ${line}`)
    this.#next++
  }

  #line(): string {
    return this.#lines[this.#next] ?? ''
  }
}
