import { expect, test } from 'vitest'
import { configWith, createProject, MARKER_JUDGE } from '../support/project.js'

const config = (version = '1') =>
  configWith(`{ judge: ${MARKER_JUDGE.replace("version: '1'", `version: '${version}'`)}, store: false }`)

/** So many labelled replies of which people say `label`, and the judge `judged`. */
function labelled(count: number, label: number, judged: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({ metric: 'quality', input: 'Hi', reply: `Reply ${label} ${index} [${(judged - 1) / 4}]`, label }),
  )
}

/** Sensitivity 0.9 of 40, specificity 0.8 of 20. */
const labels = [...labelled(36, 5, 5), ...labelled(4, 4, 2), ...labelled(4, 2, 4), ...labelled(16, 1, 1)].join('\n')

const suite = (from: number) => `import { expect, test } from 'vitest'
test.for([...Array(30).keys()])('reply %d', async (index) => {
  await expect('Reply ' + index + (index < 24 ? ' [1]' : ' [0.25]')).toScoreAtLeast(${from}, { rubric: 'Is it polite?', input: 'Hi' })
})`

test('after a calibration a run shows pass rates as judged and corrected', async () => {
  const project = createProject({
    'vitest.config.ts': config(),
    'support.test.ts': suite(4),
    'labels.jsonl': labels,
  })
  const before = await project.run()
  expect(before.output).not.toContain('pass rates')

  await project.cli(['calibrate', 'labels.jsonl'])
  expect(project.read('snapshots/calibration.yaml')).toContain(
    '- { atLeast: 0.75, truePositives: 36, falseNegatives: 4, falsePositives: 4, trueNegatives: 16 }',
  )
  const { output } = await project.run()
  // (0.8 + 0.8 − 1) / (0.9 + 0.8 − 1)
  expect(output).toMatch(/pass rates {2}quality 0\.80, corrected 0\.86 \(0\.\d\d–(?:0\.\d\d|1\.00), 30 judgements\)/)
})

test('says why a pass rate is not corrected', async () => {
  const project = createProject({
    'vitest.config.ts': config(),
    'support.test.ts': suite(3.5),
    'labels.jsonl': labels,
  })
  await project.cli(['calibrate', 'labels.jsonl'])
  const told = async () => (await project.run()).output.replaceAll(/\s+/g, ' ')
  expect(await told()).toContain(
    'pass rates: not corrected: quality passes from 0.625 on here, and marker was calibrated from 0.25, 0.5, 0.75, 1 on',
  )

  project.write({ 'support.test.ts': suite(4) })
  const file = project.read('snapshots/calibration.yaml')
  project.write({
    'snapshots/calibration.yaml': file.replace(/ +passCounts:\n(?: +- \{ atLeast.*\n)+/, ''),
  })
  expect(await told()).toContain('pass rates: not corrected: the calibration of marker is an older one')

  project.write({ 'snapshots/calibration.yaml': file, 'vitest.config.ts': config('2') })
  expect(await told()).toContain('pass rates: not corrected: marker has changed since it was calibrated for quality')

  project.write({ 'vitest.config.ts': config(), 'few.jsonl': labels.split('\n').slice(0, 45).join('\n') })
  await project.cli(['calibrate', 'few.jsonl'])
  expect(await told()).toContain('people let 40 of the labelled replies pass and refused 5: at least 10 of either kind')
})
