/** The error of an option that a function of ours got: what it should be, what it was, and how the call is written. */
export function optionError(expected: string, got: unknown, { maker, example }: { maker: string; example: string }) {
  const shown =
    typeof got === 'string'
      ? JSON.stringify(got)
      : got === null
        ? 'null'
        : typeof got === 'number'
          ? String(got)
          : typeof got
  return new TypeError(`${maker}: expected ${expected}, got ${shown}: write ${example}`)
}

/** A version of something of the user's that we cannot hash: whatever tells it from the one before. */
export function isVersion(value: unknown): value is string | number {
  return (typeof value === 'string' && value.trim() !== '') || Number.isFinite(value)
}
