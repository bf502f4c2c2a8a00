import { describe, expect, test } from 'vitest'
import { chooseJudge } from '../../src/cli/choose-judge.js'
import type { LoadedPlugin } from '../../src/cli/load-plugin.js'
import { defineJudge } from '../../src/judges/define-judge.js'
import { resolveOptions, type JudgeOptions } from '../../src/plugin/resolve-options.js'

const named = (name: string) => defineJudge({ name, version: 1, judge: () => ({ value: 1, rationale: '' }) })
const [tone, strict, keyless] = [
  named('acme/tone'),
  named('acme/strict'),
  { ...named('acme/keyless'), unavailable: 'no key' },
]

function pluginOf(...projects: JudgeOptions[]): LoadedPlugin {
  const surroundings = { env: {}, terminal: { isTTY: false, columns: undefined }, version: '1.2.3' }
  return {
    root: '/',
    projects: projects.map((options, index) => ({
      name: String(index),
      options: resolveOptions(options, surroundings),
    })),
  }
}

describe('chooseJudge', () => {
  test('takes the first project’s own, or the named one of any', () => {
    const plugin = pluginOf({ judge: tone }, { judge: strict, judges: { strict } })
    expect(chooseJudge(plugin, undefined)).toMatchObject({ judge: tone, options: plugin.projects[0]?.options })
    expect(chooseJudge(plugin, 'strict')).toMatchObject({ judge: strict, options: plugin.projects[1]?.options })
    expect(chooseJudge(plugin, 'acme/tone').judge).toBe(tone)
  })

  test('says what is wrong', () => {
    expect(() => chooseJudge(pluginOf({ judges: { strict, tone } }), 'lenient')).toThrowErrorMatchingInlineSnapshot(
      `[CliError: --judge: no judge is named "lenient" (declared are: strict, tone); declare it with judge({ judges: { "lenient": … } })]`,
    )
    expect(() => chooseJudge(pluginOf({}), undefined)).toThrowErrorMatchingInlineSnapshot(
      `[CliError: there is no judge to calibrate: none is chosen; choose one with judge({ judge: … })]`,
    )
    expect(() => chooseJudge(pluginOf({ judges: { keyless } }), 'keyless')).toThrowErrorMatchingInlineSnapshot(
      `[CliError: there is no judge to calibrate: acme/keyless cannot judge: no key]`,
    )
  })
})
