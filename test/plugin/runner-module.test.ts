import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runnerId, runnerModule } from '../../src/plugin/runner-module.js'

const folder = fileURLToPath(new URL('../../src/plugin', import.meta.url))

test("extends Vitest's runner with the file beside it", () => {
  expect(runnerModule(runnerId(undefined))?.replace(folder, '<plugin>')).toMatchInlineSnapshot(`
    "import { chai, describe, expect, inject, test, TestRunner as Base } from 'vitest'
    import { judgeRunner } from "<plugin>/judge-runner.js"
    export default judgeRunner(Base, { chai, describe, expect, inject, test })"
  `)
  expect(existsSync(`${folder}/judge-runner.ts`)).toBe(true)
})

test('extends a runner of the user, whatever its path', () => {
  const base = 'C:\\my app\\r&d?\\runner.ts'
  const id = runnerId(base)
  expect(id).toMatch(/^virtual:vitest-judge\/runner\?base=[\w%.*-]+$/)
  expect(runnerModule(id)).toContain(`import Base from ${JSON.stringify(base)}\n`)
})

test('is not extended twice where the plugin stands twice', () => {
  for (const base of [undefined, '/app/runner.ts']) expect(runnerId(runnerId(base))).toBe(runnerId(base))
})

test('another id is not ours', () => {
  expect(runnerModule('virtual:other')).toBeUndefined()
  expect(runnerModule(`\0${runnerId(undefined)}`)).toBeUndefined()
})
