import { measureTree } from './measure-tree.mjs'
import { vitestBin } from './paths.mjs'

/**
 * Runs `vitest run` in a project and measures it.
 *
 * @param tests how many must have passed
 * @throws {Error} with the output, unless the run is green with exactly those
 */
export async function runVitest(project, { tests, ci, args = [] }) {
  const measured = await measureTree(process.execPath, [vitestBin, 'run', ...args], { cwd: project, env: cleanEnv(ci) })
  const { exitCode, output } = measured
  const passed = Number(/^\s*Tests\s+(\d+) passed \(\1\)/m.exec(output)?.[1] ?? 0)
  if (exitCode !== 0 || passed !== tests) {
    throw new Error(`${project}: expected ${tests} tests to pass, got ${passed} and exit code ${exitCode}\n${output}`)
  }
  return measured
}

/** What the surroundings must not decide. */
function cleanEnv(ci) {
  const env = { ...process.env, NO_COLOR: '1' }
  for (const name of ['CI', 'GITHUB_ACTIONS', 'FORCE_COLOR', 'OPENAI_API_KEY', 'NODE_OPTIONS', 'VITEST', 'NODE_ENV'])
    delete env[name]
  return ci ? { ...env, CI: '1' } : env
}
