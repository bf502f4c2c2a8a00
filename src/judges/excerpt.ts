const limit = 160

/** A piece of foreign text that is safe to print: one line, no control characters (a terminal obeys them), at most 160 characters. */
export function excerpt(text: string): string {
  const line = text
    .slice(0, limit * 4)
    // eslint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim()
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line
}
