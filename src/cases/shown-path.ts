import { relative, sep } from 'node:path'

/** A path as messages show it: from the working directory, with forward slashes on every system. */
export function shownPath(path: string): string {
  return relative(process.cwd(), path).replaceAll(sep, '/')
}
