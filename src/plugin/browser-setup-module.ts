/** Id of the module that the plugin adds to the setup files of a project in browser mode. */
export const BROWSER_SETUP_ID = 'virtual:vitest-judge/setup-browser'

/** By name, since this process needs no matcher. */
const MATCHERS = [
  'toAgreeWith',
  'toBeFaithfulTo',
  'toBePreferredOver',
  'toBeSemanticallyCloseTo',
  'toCallTools',
  'toCostAtMost',
  'toExtractEntities',
  'toHaveIntent',
  'toMatchSchema',
  'toMeetCriterion',
  'toRefuse',
  'toRespondWithin',
  'toScoreAtLeast',
  'toUseTokensAtMost',
]

/** Source of the module, in which every matcher says that it does not work here; `undefined` for another id. */
export function browserSetupModule(id: string): string | undefined {
  if (id !== BROWSER_SETUP_ID) return undefined
  const message = 'vitest-judge does not run in the browser: judge replies in a project that runs in Node'
  const refuse = MATCHERS.map((name) => `${name}() { throw new Error(${JSON.stringify(message)}) }`)
  return `import { expect } from 'vitest'\nexpect.extend({ ${refuse.join(', ')} })`
}
