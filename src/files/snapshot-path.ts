import { posix } from 'node:path'

const windowsDevice = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const unfitForFileNames = /[%/\\:*?"<>|\x00-\x1f\x7f-\x9f]|\p{Surrogate}|^[. ]|[. ]$/gu

/** A test file of the run. */
export interface TestFile {
  /** Name of the Vitest project, '' for the only one. */
  project: string
  /** From the root, with forward slashes. */
  file: string
}

/**
 * Where something kept about a test file lies: `<dir>/[<project>/]<file><ending>`, with forward slashes on every system.
 *
 * `file` is the path from the root. The project's name becomes one folder that every file system takes: what does not
 * fit is written as `%` and its code in hexadecimal, `%` itself included, so two names never share a folder (but for names
 * that differ in case only, where the file system takes no notice of case). A test file outside the root stays inside `dir`.
 *
 * @example
 * snapshotPath({ dir: 'snapshots', project: '', file: 'test/a.test.ts', ending: '.judge.yaml' }) // 'snapshots/test/a.test.ts.judge.yaml'
 * snapshotPath({ dir: 'snapshots', project: 'a/b', file: 'x.test.ts', ending: '.judge.yaml' }) // 'snapshots/a%2Fb/x.test.ts.judge.yaml'
 */
export function snapshotPath({ dir, project, file, ending }: TestFile & { dir: string; ending: string }): string {
  const insideDir = forwardSlashes(file)
    .split('/')
    .map((segment) => (segment === '..' ? '%2E%2E' : segment.replaceAll(':', '%3A')))
    .join('/')
  return posix.join(forwardSlashes(dir), folderName(project), `${insideDir}${ending}`)
}

function folderName(project: string): string {
  const escaped = project.replace(unfitForFileNames, escape)
  return windowsDevice.test(escaped) ? `${escape(escaped.charAt(0))}${escaped.slice(1)}` : escaped
}

function escape(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase()
  return code.length <= 2 ? `%${code.padStart(2, '0')}` : `%u${code}`
}

function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
