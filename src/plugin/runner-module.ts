import { fileURLToPath } from 'node:url'

/**
 * Id of the module with a project's test runner. It is virtual and not a file of ours, so that it finds the project's own `vitest`; it has
 * no `\0`, which Vitest's configuration would lose.
 */
const RUNNER_ID = 'virtual:vitest-judge/runner'

/** @param base path of a test runner that the user chose, which ours then extends */
export function runnerId(base: string | undefined): string {
  if (base?.startsWith(RUNNER_ID)) return base
  return base === undefined ? RUNNER_ID : `${RUNNER_ID}?base=${encodeURIComponent(base)}`
}

/** Source of the module; `undefined` for another id. */
export function runnerModule(id: string): string | undefined {
  const [name, query] = id.split('?')
  if (name !== RUNNER_ID) return undefined
  const base = new URLSearchParams(query).get('base')
  const path = fileURLToPath(new URL('../plugin/judge-runner.js', import.meta.url)).replaceAll('\\', '/')
  return [
    base === null
      ? "import { chai, describe, expect, inject, test, TestRunner as Base } from 'vitest'"
      : `import { chai, describe, expect, inject, test } from 'vitest'\nimport Base from ${JSON.stringify(base)}`,
    `import { judgeRunner } from ${JSON.stringify(path)}`,
    'export default judgeRunner(Base, { chai, describe, expect, inject, test })',
  ].join('\n')
}
