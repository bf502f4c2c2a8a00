const LONGEST_SHOWN = 60

/** Words a schema's error: what was expected, what came, and what to write where that is not plain. */
export function expected(what: string, remedy?: string): (issue: { input?: unknown }) => string {
  return ({ input }) => `expected ${what}, got ${shown(input)}${remedy === undefined ? '' : `; ${remedy}`}`
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number') return String(value)
  const json = (JSON.stringify(value) as string | undefined) ?? typeof value
  return json.length <= LONGEST_SHOWN ? json : `${json.slice(0, LONGEST_SHOWN - 1)}…`
}
