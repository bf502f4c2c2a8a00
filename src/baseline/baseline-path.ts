import { snapshotPath, type TestFile } from '../files/snapshot-path.js'

/** Ending of every baseline file. */
export const BASELINE_ENDING = '.judge.yaml'

/**
 * Where the baseline of a test file lies: `<dir>/[<project>/]<file>.judge.yaml`.
 *
 * @example
 * baselinePath({ dir: 'snapshots', project: '', file: 'test/support.test.ts' }) // 'snapshots/test/support.test.ts.judge.yaml'
 */
export function baselinePath(testFile: TestFile & { dir: string }): string {
  return snapshotPath({ ...testFile, ending: BASELINE_ENDING })
}
