import { expect, test } from 'vitest'
import { matchers } from '../../src/matchers/matchers.js'
import { BROWSER_SETUP_ID, browserSetupModule } from '../../src/plugin/browser-setup-module.js'

test('its id goes through `setupFiles`, which a \\0 would not', () => {
  expect(BROWSER_SETUP_ID).toMatch(/^virtual:vitest-judge\/[a-z-]+$/)
})

test('every matcher refuses, and says what to do', () => {
  const source = browserSetupModule(BROWSER_SETUP_ID) ?? ''
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
  expect(browserSetupModule('virtual:other')).toBeUndefined()
  expect(browserSetupModule(`\0${BROWSER_SETUP_ID}`)).toBeUndefined()
})
