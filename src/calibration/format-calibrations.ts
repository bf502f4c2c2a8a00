import { byCodePoint } from '../baseline/by-code-point.js'
import { storableText } from '../baseline/storable-text.js'
import { inlineScalar, mappingKey } from '../baseline/yaml-scalar.js'
import type { Calibrations, JudgeEntry, MetricEntry } from './calibrations.js'

const header = `# How far judges agree with people: vitest-judge calibrate <labelled.jsonl>
# Commit it: reports show it beside the judge's name, and judge({ gate: { minKappa } }) asks for it.
`

/**
 * The text of a file of calibrations: judges and metrics sorted by code point, fields in a fixed order, no timestamps.
 * The same calibrations always give the same text.
 */
export function formatCalibrations({ version, judges }: Calibrations): string {
  const entries = sorted(judges).map(([name, judge]) => formatJudge(name, judge))
  return `${header}version: ${version}\njudges:${entries.length === 0 ? ' {}\n' : `\n${entries.join('')}`}`
}

function formatJudge(name: string, { fingerprint, served, metrics }: JudgeEntry): string {
  const entries = sorted(metrics)
  return [
    `  ${mappingKey(storableText(name), 2)}`,
    `    fingerprint: ${scalar(fingerprint)}`,
    `    served: ${list(served.map(scalar))}`,
    ...(entries.length === 0 ? ['    metrics: {}'] : ['    metrics:']),
    ...entries.flatMap(([metric, entry]) => [`      ${mappingKey(metric, 6)}`, ...formatMetric(entry)]),
    '',
  ].join('\n')
}

function formatMetric(entry: MetricEntry): string[] {
  const { confusion, labels, passFrom, passCounts, ...figures } = entry
  const fields: [string, unknown][] = [
    ['n', figures.n],
    ['declined', figures.declined],
    ['errored', figures.errored],
    ['weights', figures.weights],
    ['kappa', estimate(figures.kappa)],
    ['humanKappa', estimate(figures.humanKappa)],
    ['agreement', figures.agreement],
    ['passFrom', passFrom === undefined ? undefined : scalar(passFrom)],
    ['sensitivity', figures.sensitivity === undefined ? undefined : estimate(figures.sensitivity)],
    ['specificity', figures.specificity === undefined ? undefined : estimate(figures.specificity)],
    ['confidence', figures.confidence],
    ['seed', figures.seed],
    ['labels', list(labels.map(scalar))],
  ]
  const known = fields.filter(([, value]) => value !== undefined)
  return [
    ...known.map(([name, value]) => `        ${name}: ${String(value)}`),
    ...(passCounts === undefined ? [] : passCountLines(passCounts)),
    '        confusion:',
    ...confusion.map((row) => `          - ${list(row.map(String))}`),
  ]
}

function passCountLines(counts: NonNullable<MetricEntry['passCounts']>): string[] {
  if (counts.length === 0) return ['        passCounts: []']
  return [
    '        passCounts:',
    ...counts.map(
      ({ atLeast, truePositives, falseNegatives, falsePositives, trueNegatives }) =>
        `          - { atLeast: ${atLeast}, truePositives: ${truePositives}, falseNegatives: ${falseNegatives}, ` +
        `falsePositives: ${falsePositives}, trueNegatives: ${trueNegatives} }`,
    ),
  ]
}

function estimate(figures: MetricEntry['kappa']): string {
  if (figures === null) return 'null'
  const { value, lower, upper, n } = figures
  return `{ value: ${value}, lower: ${lower}, upper: ${upper}, n: ${n} }`
}

function list(items: string[]): string {
  return `[${items.join(', ')}]`
}

// A plain scalar may hold a comma or a bracket, which would end it inside a list.
function scalar(text: string): string {
  const inline = inlineScalar(storableText(text))
  return inline.startsWith('"') || /^[\w./:@-]*$/.test(inline) ? inline : JSON.stringify(inline)
}

function sorted<T>(record: Record<string, T>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => byCodePoint(a, b))
}
