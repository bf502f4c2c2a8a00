import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** /proc counts in ticks of 1/100 s on every Linux that Node runs on (USER_HZ). */
const TICKS_PER_SECOND = 100

/** Whether {@link measureTree} can tell CPU here. Elsewhere it tells wall time only. */
export const canMeasureCpu = process.platform === 'linux'

/**
 * Runs a command and measures it with everything that it starts.
 *
 * CPU is exact and not sampled: the kernel adds a process's time, and that of the children which it has waited for, to its parent's
 * `cutime` and `cstime` when the parent waits for it. So what ours grew by is the whole tree, however short-lived a child was.
 * Run one at a time. A process that outlives the command would be lost, so it is an error.
 *
 * @returns wall time from spawn to exit and CPU (user + system) in seconds, `cpu: null` where the platform cannot tell
 */
export async function measureTree(command, args, { cwd, env }) {
  const mark = `VITEST_JUDGE_BENCH_RUN=${randomUUID()}`
  const [name, value] = mark.split('=')
  const cpuBefore = cpuOfChildren()
  const start = performance.now()
  const child = spawn(command, args, { cwd, env: { ...env, [name]: value }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let exitedAt = Number.NaN
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  child.on('exit', () => (exitedAt = performance.now()))
  const exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const left = leftBehind(mark)
  if (left.length > 0) throw new Error(`${command} left processes behind, whose CPU cannot be told: ${left.join(', ')}`)
  return {
    exitCode,
    output: stripVTControlCharacters(output),
    wall: (exitedAt - start) / 1000,
    cpu: canMeasureCpu ? cpuOfChildren() - cpuBefore : null,
  }
}

/** Seconds of user and system time of all children that this process has waited for, and of theirs. */
function cpuOfChildren() {
  if (!canMeasureCpu) return 0
  const stat = readFileSync('/proc/self/stat', 'utf8')
  // The second field, the command's name, may hold spaces and parentheses; `cutime` and `cstime` are fields 16 and 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND
}

/** Processes that still carry the run's mark in their environment. */
function leftBehind(mark) {
  if (!canMeasureCpu) return []
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark)
    } catch {
      // It has ended meanwhile, or is another user's.
      return false
    }
  })
}
