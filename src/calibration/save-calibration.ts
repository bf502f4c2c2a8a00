import { replaceFile } from '../files/replace-file.js'
import type { Calibration } from './calibration.js'
import { formatCalibrations } from './format-calibrations.js'
import { readCalibrations } from './read-calibrations.js'
import { withCalibration } from './with-calibration.js'

/**
 * Puts a calibration into the file at `path`, whole or not at all, beside those of other judges. `name` stands in messages instead.
 *
 * @throws {BaselineError} where the file cannot be read or understood; it is then left as it is
 */
export async function saveCalibration(path: string, calibration: Calibration, name = path): Promise<void> {
  const known = await readCalibrations(path, name)
  await replaceFile(path, formatCalibrations(withCalibration(known, calibration)))
}
