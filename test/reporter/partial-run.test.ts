import { expect, test } from 'vitest'
import { createVitest, type TestUserConfig } from 'vitest/node'
import { partialReason } from '../../src/reporter/partial-run.js'
import { temporaryRoot } from './temporary-root.js'

type Reason = Parameters<typeof partialReason>[1]

/** What a Vitest with these options says, as Vitest itself has resolved them. */
async function reasonOf(options: TestUserConfig & { tagsFilter?: string[] }, reason: Reason = 'passed') {
  const { path: root } = await temporaryRoot()
  const vitest = await createVitest('test', { root, config: false, watch: false, ...options } as never)
  try {
    return partialReason(vitest, reason)
  } finally {
    await vitest.close()
  }
}

test('a run without any filter is whole, whatever its end', async () => {
  expect(await reasonOf({}, 'passed')).toBeUndefined()
  expect(await reasonOf({}, 'failed')).toBeUndefined()
  expect(await reasonOf({ bail: 1 }, 'passed')).toBeUndefined()
  expect(await reasonOf({ changed: false }, 'passed')).toBeUndefined()
})

test.for<[TestUserConfig & { tagsFilter?: string[] }, Reason, string]>([
  [{}, 'interrupted', 'the run was interrupted'],
  [{ shard: '1/2' }, 'passed', 'only a shard ran'],
  [{ testNamePattern: 'refund' }, 'passed', 'only tests with a matching name ran'],
  [{ tags: [{ name: 'smoke' }], tagsFilter: ['smoke'] }, 'passed', 'only tests with matching tags ran'],
  [{ changed: true }, 'passed', 'only tests of changed files ran'],
  [{ changed: 'HEAD~1' }, 'passed', 'only tests of changed files ran'],
  [{ related: ['src/a.ts'] }, 'passed', 'only related tests ran'],
  [{ bail: 1 }, 'failed', 'the run may have ended at the first failure'],
])('%o is a part: %s', async ([options, reason, expected]) => {
  expect(await reasonOf(options, reason)).toBe(expected)
})

test('one of several projects is a part', async () => {
  const projects = [{ test: { name: 'unit' } }, { test: { name: 'slow' } }]
  expect(await reasonOf({ projects, project: ['unit'] })).toBe('only some projects ran')
  expect(await reasonOf({ projects })).toBeUndefined()
})
