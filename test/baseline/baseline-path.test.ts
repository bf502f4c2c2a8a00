import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baselinePath } from '../../src/baseline/baseline-path.js'

const dir = 'snapshots'
const file = 'test/support.test.ts'

test('mirrors the path of the test file', () => {
  expect(baselinePath({ dir, project: '', file })).toBe('snapshots/test/support.test.ts.judge.yaml')
  expect(baselinePath({ dir, project: 'node', file })).toBe('snapshots/node/test/support.test.ts.judge.yaml')
  expect(baselinePath({ dir: './test/__judged__/', project: '', file })).toBe(
    'test/__judged__/test/support.test.ts.judge.yaml',
  )
  expect(baselinePath({ dir: 'C:\\work\\snapshots', project: '', file: 'test\\a.test.ts' })).toBe(
    'C:/work/snapshots/test/a.test.ts.judge.yaml',
  )
})

test.each([
  ['a/b', 'a%2Fb'],
  ['a\\b', 'a%5Cb'],
  ['..', '%2E%2E'],
  ['.hidden', '%2Ehidden'],
  ['dot.', 'dot%2E'],
  ['end ', 'end%20'],
  ['CON', '%43ON'],
  ['nul.txt', '%6Eul.txt'],
  ['console', 'console'],
  ['chrome (desktop)', 'chrome (desktop)'],
  ['a:b*c?"<>|', 'a%3Ab%2Ac%3F%22%3C%3E%7C'],
  ['100%', '100%25'],
  ['tab\there\0', 'tab%09here%00'],
  ['日本', '日本'],
  ['\uD800', '%uD800'],
])('a project called %j has the folder %s', (project, folder) => {
  expect(baselinePath({ dir, project, file: 'a.test.ts' })).toBe(`snapshots/${folder}/a.test.ts.judge.yaml`)
})

test('a test file outside the root, or on another drive, stays inside the folder', () => {
  expect(baselinePath({ dir, project: '', file: '../shared/a.test.ts' })).toBe(
    'snapshots/%2E%2E/shared/a.test.ts.judge.yaml',
  )
  expect(baselinePath({ dir, project: '', file: 'D:/a.test.ts' })).toBe('snapshots/D%3A/a.test.ts.judge.yaml')
})

test('distinct projects never share a file, whatever they are called', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc
      .array(fc.constantFrom('.', '/', '\\', '%', '2', 'F', 'u', ':', 'CON', ' ', 'con'), { maxLength: 8 })
      .map((c) => c.join('')),
  )
  fc.assert(
    fc.property(name, name, (a, b) => {
      fc.pre(a !== b)
      const [pathOfA, pathOfB] = [a, b].map((project) => baselinePath({ dir, project, file: 'x.test.ts' }))
      expect(pathOfA).not.toBe(pathOfB)
      expect(pathOfA).toMatch(/^snapshots\/([^/]+\/)?x\.test\.ts\.judge\.yaml$/)
    }),
    { numRuns: 2000 },
  )
}, 60_000)
