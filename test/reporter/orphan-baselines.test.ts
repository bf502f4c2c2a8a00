import { expect, test } from 'vitest'
import { baselinePath } from '../../src/baseline/baseline-path.js'
import { orphanBaselines } from '../../src/reporter/orphan-baselines.js'
import { temporaryRoot } from './temporary-root.js'

test('a baseline whose test file is gone is an orphan, sorted and from the root', async () => {
  const root = await temporaryRoot()
  await root.write('test/a.test.ts')
  await root.write('snapshots/test/a.test.ts.judge.yaml')
  await root.write('snapshots/test/gone.test.ts.judge.yaml')
  await root.write('snapshots/also-gone.test.ts.judge.yaml')
  expect(await orphanBaselines(root.path, 'snapshots')).toEqual([
    'snapshots/also-gone.test.ts.judge.yaml',
    'snapshots/test/gone.test.ts.judge.yaml',
  ])
})

test('the first folder may be a project', async () => {
  const root = await temporaryRoot()
  await root.write('test/a.test.ts')
  await root.write(`root.test.ts`)
  for (const file of ['test/a.test.ts', 'root.test.ts', 'test/gone.test.ts']) {
    await root.write(baselinePath({ dir: 'snapshots', project: 'unit tests/1', file }))
  }
  expect(await orphanBaselines(root.path, 'snapshots')).toEqual([
    'snapshots/unit tests%2F1/test/gone.test.ts.judge.yaml',
  ])
})

test('a test file beside the root is found, however its baseline has to be called', async () => {
  const root = await temporaryRoot()
  await root.write('packages/shared/a.test.ts')
  await root.write('packages/app/odd:name.test.ts')
  const app = `${root.path}/packages/app`
  for (const file of ['../shared/a.test.ts', 'odd:name.test.ts', '../shared/gone.test.ts']) {
    for (const project of ['', 'unit'])
      await root.write(`packages/app/${baselinePath({ dir: 'snapshots', project, file })}`)
  }
  expect(await orphanBaselines(app, 'snapshots')).toEqual([
    'snapshots/%2E%2E/shared/gone.test.ts.judge.yaml',
    'snapshots/unit/%2E%2E/shared/gone.test.ts.judge.yaml',
  ])
})

test('other files in the folder are none of ours', async () => {
  const root = await temporaryRoot()
  await root.write('snapshots/a.test.ts.snap')
  await root.write('snapshots/notes.yaml')
  expect(await orphanBaselines(root.path, 'snapshots')).toEqual([])
})

test('without a folder there are none', async () => {
  const root = await temporaryRoot()
  expect(await orphanBaselines(root.path, 'snapshots')).toEqual([])
})
