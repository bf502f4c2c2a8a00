import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseCalibrations, readCalibrations } from '../../src/calibration/read-calibrations.js'
import { saveCalibration } from '../../src/calibration/save-calibration.js'
import { makeCalibration } from './make-calibration.js'

const FILE = 'snapshots/calibration.yaml'

test('a file that cannot be understood is refused with its line and the remedy', () => {
  const texts = [
    'version: 1\njudges: [',
    'version: 1\njudges:\n<<<<<<< ours\n  a: 1\n=======\n',
    'version: 1\njudges:\n  acme/tone:\n    fingerprint: a1\n    served: []\n    metrics:\n      quality:\n        n: many\n',
    'version: 1\njudges: {}\ncolour: red\n',
    'version: 2\njudges: {}\n',
    '',
  ]
  const messages = texts.map((text) => {
    try {
      return JSON.stringify(parseCalibrations(text, FILE))
    } catch (error) {
      return String(error)
    }
  })
  expect(messages.join('\n\n')).toMatchInlineSnapshot(`
    "BaselineError: snapshots/calibration.yaml:2: the calibrations are no valid YAML: unexpected end of the stream within a flow collection.

    Correct it by hand, or restore it from git (git checkout -- snapshots/calibration.yaml), or delete it and calibrate anew: npx vitest-judge calibrate <labelled.jsonl>

    BaselineError: snapshots/calibration.yaml:3: the calibrations have a merge conflict.

    Take either side (git checkout --ours or --theirs), then calibrate anew the judges of the other.

    BaselineError: snapshots/calibration.yaml:8: judges › acme/tone › metrics › quality › n: Invalid input: expected number, received string (and 10 more).

    Correct it by hand, or restore it from git (git checkout -- snapshots/calibration.yaml), or delete it and calibrate anew: npx vitest-judge calibrate <labelled.jsonl>

    BaselineError: snapshots/calibration.yaml:3: colour: Unrecognized key: "colour".

    Correct it by hand, or restore it from git (git checkout -- snapshots/calibration.yaml), or delete it and calibrate anew: npx vitest-judge calibrate <labelled.jsonl>

    BaselineError: snapshots/calibration.yaml:1: version: Invalid input: expected 1.

    A newer version may have written it: update vitest-judge (npm install --save-dev vitest-judge@latest).

    BaselineError: snapshots/calibration.yaml:1: the calibrations are no valid YAML: expected a document, but the input is empty.

    Correct it by hand, or restore it from git (git checkout -- snapshots/calibration.yaml), or delete it and calibrate anew: npx vitest-judge calibrate <labelled.jsonl>"
  `)
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'calibration-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('no file is no calibration; a folder in its place is told', async () => {
  const folder = temporaryFolder()
  expect(await readCalibrations(join(folder, 'calibration.yaml'))).toBeNull()
  await expect(readCalibrations(folder, FILE)).rejects.toThrow(`${FILE}: the calibrations cannot be read: EISDIR`)
})

test('saving makes folders, keeps the others, and leaves nothing beside; what cannot be read stays as it is', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'snapshots', 'calibration.yaml')
  await saveCalibration(path, makeCalibration())
  await saveCalibration(path, makeCalibration({ judge: 'acme/tone' }))
  expect(Object.keys((await readCalibrations(path))?.judges ?? {})).toEqual(['acme/tone', 'openai/gpt-4.1-mini'])
  expect(readdirSync(join(folder, 'snapshots'))).toEqual(['calibration.yaml'])

  writeFileSync(path, 'version: 1\njudges: nobody\n')
  await expect(saveCalibration(path, makeCalibration(), FILE)).rejects.toThrow(`${FILE}:2: judges:`)
  expect(readFileSync(path, 'utf8')).toBe('version: 1\njudges: nobody\n')
})
