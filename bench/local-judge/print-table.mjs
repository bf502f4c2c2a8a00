/** Prints rows as a table of Markdown. */
export function printTable(title, heads, rows) {
  console.log(`\n${title}\n`)
  console.log(`| ${heads.join(' | ')} |`)
  console.log(`|${heads.map(() => '---').join('|')}|`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}

export function three(value) {
  return Number.isNaN(value) ? '–' : value.toFixed(3)
}

export function percent(share) {
  return Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`
}
