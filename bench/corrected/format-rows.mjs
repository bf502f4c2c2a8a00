// The tables of bench/corrected.md. Data in, text out.

export function formatRows({ independent, clustered, runs, seed, date, seconds }) {
  return `# Do intervals of corrected pass rates hold the true rate?

\`\`\`sh
npm run bench:corrected                          # ${Math.round(seconds / 60)} minutes on two cores; writes this file
npm run bench:corrected -- --runs 400 --dry      # a quick look, written nowhere
\`\`\`

${date}, seed ${seed}, ${count(runs)} runs a row, 95 % intervals of \`correctedPassRate\`, which is to hold the true rate in 93 to 97 % of them. A run draws labels (how
many of them people let pass is chance too) and judgements. Where fewer than 10 labels of either kind came up, nothing is corrected, and the run is not counted;
a row of which more than half is so is left out: of 50 labels, 85 % passed. Where the labels show a judge no better than chance, the interval is 0 to 1, and
holds. The standard error of a row is ${(100 * Math.sqrt((0.95 * 0.05) / runs)).toFixed(2)} points.

The 0.2 that is added to each count of labels was chosen by such simulations of most of these settings, with other seeds.

## One trial a case

Every combination of a true pass rate of .5, .7, .85, .95; sensitivity .8, .9, .97; specificity .7, .85, .97; 50, 100, 300 labels, of which people
let 30, 50, 70, 85 % pass; 50, 150, 300 cases: ${independent.length} rows.

${overview(independent)}

By true pass rate, and by the number of labels:

${table(
  [
    '',
    'rows',
    'mean',
    'lowest',
    'highest',
    'outside 93–97 %',
    'the same of Lang and Reiczigel',
    'too high',
    'too low',
    'mean width',
  ],
  [
    ...groups(independent, 'rate', (rate) => `rate ${share(rate)}`),
    ...groups(independent, 'labels', (labels) => `${labels} labels`),
  ],
)}

Too high: the whole interval lies above the true rate; too low: below.

### Rows outside 93 to 97 %

${outside(independent)}

## Several trials a case

Sensitivity .9, specificity .85, half of the labels passed. The chance to pass varies from case to case, so that two trials of a case correlate as said.

${table(
  ['true rate', 'labels', 'cases', 'trials', 'correlation', 'held', 'mean width'],
  clustered.map((row) => [
    share(row.rate),
    row.labels,
    row.cases,
    row.trials,
    share(row.alike),
    percent(row.held / row.given),
    width(row),
  ]),
)}
`
}

export function isOutside(row) {
  const held = row.held / row.given
  return held < 0.93 || held > 0.97
}

function overview(rows) {
  const contradicted = sum(rows, 'contradicted') / sum(rows, 'given')
  return table(
    ['', 'mean', 'lowest', 'highest', 'rows within 93–97 %'],
    [
      ['this', ...figures(rows, 'held')],
      ['Lang and Reiczigel (2014)', ...figures(rows, 'heldBefore')],
    ],
  ).concat(
    `\n\nIn ${percent(contradicted)} of all runs the judge passed or refused more than its errors can explain, which the report says.`,
  )
}

function figures(rows, key) {
  const shares = rows.map((row) => row[key] / row.given)
  const within = shares.filter((held) => held >= 0.93 && held <= 0.97).length
  return [
    percent(shares.reduce((total, held) => total + held, 0) / shares.length),
    percent(Math.min(...shares)),
    percent(Math.max(...shares)),
    `${within} of ${shares.length} (${percent(within / shares.length)})`,
  ]
}

function groups(rows, key, name) {
  return [...new Set(rows.map((row) => row[key]))].map((value) => {
    const of = rows.filter((row) => row[key] === value)
    const [mean, lowest, highest] = figures(of, 'held')
    const before = of.filter(({ heldBefore, given }) => heldBefore / given < 0.93 || heldBefore / given > 0.97)
    return [
      name(value),
      of.length,
      mean,
      lowest,
      highest,
      of.filter(isOutside).length,
      before.length,
      percent(sum(of, 'above') / sum(of, 'given')),
      percent(sum(of, 'below') / sum(of, 'given')),
      (sum(of, 'width') / sum(of, 'given')).toFixed(2),
    ]
  })
}

function outside(rows) {
  const found = rows.filter(isOutside)
  if (found.length === 0) return 'None.'
  return table(
    ['true rate', 'sensitivity', 'specificity', 'labels', 'passed', 'cases', 'held', 'Lang and Reiczigel'],
    found.map((row) => [
      share(row.rate),
      share(row.sensitivity),
      share(row.specificity),
      row.labels,
      share(row.passedLabels),
      row.cases,
      percent(row.held / row.given),
      percent(row.heldBefore / row.given),
    ]),
  )
}

function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

function sum(rows, key) {
  return rows.reduce((total, row) => total + row[key], 0)
}

const share = (value) => String(value).replace(/^0/, '')
const percent = (value) => `${(100 * value).toFixed(1)} %`
const width = (row) => (row.width / row.given).toFixed(2)
const count = (value) => value.toLocaleString('en')
