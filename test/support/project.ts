import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { onTestFinished } from 'vitest'
import { installedPackage, node, projectsFolder, vitestFolder } from './surroundings.js'

export interface VitestRun {
  exitCode: number | null
  /** Standard output and error as a user sees them, without colours. */
  output: string
}

export interface RunOptions {
  args?: string[]
  env?: Record<string, string | undefined>
  /** A command that runs Vitest instead of the shell, with its arguments. */
  under?: string[]
}

/** A small real project on disk, with Vitest and the built package; gone when the test has passed. */
export interface Project {
  readonly path: string
  write(files: Record<string, string>): void
  read(file: string): string
  has(file: string): boolean
  /** `vitest run` in a process of its own. */
  run(options?: RunOptions): Promise<VitestRun>
  /** `vitest-judge …` of the built package, in a process of its own. */
  cli(args: string[], env?: RunOptions['env']): Promise<VitestRun>
  /** Any command of Vitest's, left running: for watch mode and for kills. */
  start(options?: RunOptions): RunningVitest
}

export interface RunningVitest {
  readonly process: ChildProcess
  /** Output so far, without colours. */
  output(): string
  /** Resolves once the output since the last call of this holds `text`. Rejects after `timeoutMs`. */
  waitFor(text: string | RegExp, timeoutMs?: number): Promise<void>
  finished: Promise<VitestRun>
}

/** A config for most tests: the plugin with the options given as source text. */
export function configWith(options: string, test = ''): string {
  return `import { defineConfig } from 'vitest/config'
import { defineJudge, localJudge, openAIJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
void [defineJudge, localJudge, openAIJudge]
export default defineConfig({ plugins: [judge(${options})], test: { ${test} } })
`
}

/** A judge for tests that must not depend on how good a judge is: scores by a number in the reply, `[0.9]`; declines on `[declined]`. */
export const MARKER_JUDGE = `defineJudge({
  name: 'marker', version: '1',
  async judge({ reply }) {
    if (reply.includes('[declined]')) return { value: null, rationale: 'the reply says so', declined: 'write a number' }
    if (reply.includes('[outage]')) throw new Error('the marker judge is down')
    const value = Number(/\\[([\\d.]+)\\]/.exec(reply)?.[1] ?? 0.9)
    return { value, rationale: 'the reply says ' + value }
  },
})`

export function createProject(files: Record<string, string>): Project {
  mkdirSync(projectsFolder, { recursive: true })
  const path = mkdtempSync(join(projectsFolder, 'p-'))
  onTestFinished(({ task }) => {
    if (task.result?.state === 'pass') rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  })
  const project: Project = {
    path,
    write(more) {
      for (const [file, text] of Object.entries(more)) {
        mkdirSync(dirname(join(path, file)), { recursive: true })
        writeFileSync(join(path, file), text)
      }
    },
    read: (file) => readFileSync(join(path, file), 'utf8'),
    has: (file) => existsSync(join(path, file)),
    run: ({ args = [], ...options } = {}) => startNode(path, vitest, { ...options, args: ['run', ...args] }).finished,
    cli: (args, env) => startNode(path, join(installedPackage, 'dist/cli/main.js'), { args, env }).finished,
    start: (options = {}) => startNode(path, vitest, options),
  }
  project.write({ 'package.json': '{ "type": "module", "private": true }', ...files })
  return project
}

/** What the surroundings of our own test run must not decide: each run says itself whether it is CI, has a key, or has colours. */
const NEUTRAL = {
  CI: undefined,
  GITHUB_ACTIONS: undefined,
  OPENAI_API_KEY: undefined,
  FORCE_COLOR: undefined,
  NO_COLOR: '1',
  VITEST: undefined,
  VITEST_MODE: undefined,
  VITEST_POOL_ID: undefined,
  VITEST_WORKER_ID: undefined,
  NODE_ENV: undefined,
  TEST: undefined,
  DEV: undefined,
  PROD: undefined,
  MODE: undefined,
}

const vitest = join(vitestFolder, 'vitest.mjs')

function startNode(cwd: string, script: string, { args = [], env, under = [] }: RunOptions): RunningVitest {
  const [command = node, ...rest] = [...under, node, script, ...args]
  const child = spawn(command, rest, {
    cwd,
    env: { ...process.env, ...NEUTRAL, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  let seen = 0
  const listeners = new Set<() => void>()
  const add = (chunk: Buffer) => {
    output += stripVTControlCharacters(chunk.toString())
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', add)
  child.stderr.on('data', add)
  const finished = new Promise<VitestRun>((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, output }))
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return {
    process: child,
    output: () => output,
    finished,
    waitFor: (text, timeoutMs = 20_000) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const fresh = output.slice(seen)
          const match = typeof text === 'string' ? fresh.indexOf(text) : fresh.search(text)
          if (match === -1) return
          seen = output.length
          finish(resolve)
        }
        const timer = setTimeout(() => {
          finish(() => reject(new Error(`no ${String(text)} within ${timeoutMs} ms in:\n${output.slice(seen)}`)))
        }, timeoutMs)
        const finish = (settle: () => void) => {
          clearTimeout(timer)
          listeners.delete(check)
          settle()
        }
        listeners.add(check)
        check()
      }),
  }
}
