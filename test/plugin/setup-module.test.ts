import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { matchers } from '../../src/matchers/matchers.js'
import { BROWSER_SETUP_ID, SETUP_ID, setupModule } from '../../src/plugin/setup-module.js'

test('its ids go through `setupFiles`, which a \\0 would not', () => {
  for (const id of [SETUP_ID, BROWSER_SETUP_ID]) expect(id).toMatch(/^virtual:vitest-judge\/[a-z-]+$/)
})

test('sets up the worker, from the file beside it', () => {
  const folder = fileURLToPath(new URL('../../src/plugin', import.meta.url))
  expect(setupModule(SETUP_ID)?.replace(folder, '<plugin>')).toMatchInlineSnapshot(`
    "import { afterAll, afterEach, aroundEach, chai, describe, expect, inject, test } from 'vitest'
    import { setUpWorker } from "<plugin>/set-up-worker.js"
    setUpWorker({ afterAll, afterEach, aroundEach, chai, describe, expect, test }, inject('vitestJudge'))"
  `)
  expect(existsSync(`${folder}/set-up-worker.ts`)).toBe(true)
})

test('in the browser every matcher refuses, and says what to do', () => {
  const source = setupModule(BROWSER_SETUP_ID) ?? ''
  const [, body] = source.split("import { expect } from 'vitest'\n")
  let extended: Record<string, () => never> = {}
  const extend = (given: typeof extended) => {
    extended = given
  }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the module's own text is what is tested
  new Function('expect', body!)({ extend })
  expect(Object.keys(extended).sort()).toEqual(Object.keys(matchers).sort())
  for (const matcher of Object.values(extended)) {
    expect(matcher).toThrow('vitest-judge does not run in the browser: judge replies in a project that runs in Node')
  }
})

test('another id is not ours', () => {
  expect(setupModule('virtual:other')).toBeUndefined()
  expect(setupModule(`\0${SETUP_ID}`)).toBeUndefined()
})
