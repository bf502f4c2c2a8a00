// Runs the integration tests on another Vitest and another Node: node tools/test-compat.mjs compat/vitest5
import { spawnSync } from 'node:child_process'

const [folder] = process.argv.slice(2)
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

const installed = spawnSync(npm, ['ci', '--prefix', folder], { stdio: 'inherit', shell: process.platform === 'win32' })
if (installed.status !== 0) process.exit(installed.status ?? 1)

const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/integration'], {
  stdio: 'inherit',
  env: { ...process.env, VITEST_JUDGE_COMPAT: folder },
})
process.exit(status ?? 1)
