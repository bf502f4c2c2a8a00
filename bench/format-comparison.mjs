/** A comparison as lines of a table. */
export function formatComparison(rows) {
  const table = [
    ['', 'plain', 'judge', 'ratio', 'plain', 'judge', 'ratio', 'bar', ''],
    ...rows.map(({ quantity, minimum, median, bar, passed }) => [
      quantity,
      ...(minimum === null ? ['cannot be measured on this platform', '', ''] : cells(minimum)),
      ...(median === null ? ['', '', ''] : cells(median)),
      bar === null ? '' : `<= ${bar.toFixed(2)}${quantity === 'added' ? ' s' : ''}`,
      passed === null ? '' : passed ? 'ok' : 'MISSED',
    ]),
  ]
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)))
  const lines = table.map((row) => `  ${row.map((cell, column) => cell.padStart(widths[column])).join('  ')}`.trimEnd())
  const minimumAt = 2 + widths[0] + 2
  const medianAt = minimumAt + widths[1] + widths[2] + widths[3] + 6
  return [`${' '.repeat(minimumAt)}minimum`.padEnd(medianAt) + 'median', ...lines].join('\n')
}

function cells({ plain, judge, ratio, seconds }) {
  if (seconds !== undefined) return ['', `${seconds.toFixed(2)} s`, '']
  return [`${plain.toFixed(2)} s`, `${judge.toFixed(2)} s`, ratio.toFixed(3)]
}
