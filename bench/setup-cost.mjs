import { makeProject } from './make-project.mjs'
import { runVitest } from './run-vitest.mjs'

/** What the plugin costs test files that do not judge: many files of one plain test, each isolated in a process of its own. */
export function setupCost({ files }) {
  const plainTests = Object.fromEntries(
    Array.from({ length: files }, (_, index) => [`tests/file-${index}.test.ts`, plainTest(index)]),
  )
  const sideOf = (name, config) => {
    const path = makeProject(`setup-cost/${name}`, { 'vitest.config.ts': config, ...plainTests })
    return () => runVitest(path, { tests: files, ci: true })
  }
  return {
    name: 'setup',
    title: `Setup cost: ${files} files of one plain test, default pool (forks, isolated)`,
    against: 'the same files without the plugin',
    bars: { wall: 1.05 },
    prepare: () => ({
      plain: sideOf('plain', "import { defineConfig } from 'vitest/config'\nexport default defineConfig({})\n"),
      judge: sideOf(
        'judge',
        [
          "import { defineConfig } from 'vitest/config'",
          "import { judge } from 'vitest-judge/plugin'",
          'export default defineConfig({ plugins: [judge()] })',
          '',
        ].join('\n'),
      ),
    }),
  }
}

function plainTest(index) {
  return `import { expect, test } from 'vitest'

test('adds ${index}', () => {
  expect(${index} + 1).toBe(${index + 1})
})
`
}
