import { posix } from 'node:path'

/** Where the calibrations of judges lie, from the root with forward slashes: beside the baselines in `dir`. */
export function calibrationsPath(dir: string): string {
  return posix.join(dir.replaceAll('\\', '/'), 'calibration.yaml')
}
