import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Command } from 'commander'
import { ACCEPT_JUDGE_CHANGE, ACCEPT_VARIABLE } from '../plugin/accept-variable.js'
import { vitestCommand } from './find-vitest.js'

/** `vitest-judge accept [--judge-change] [-- vitest’s own arguments]` */
export function acceptCommand(): Command {
  return new Command('accept')
    .description('run the tests and accept what they say into the baselines: vitest run -u')
    .argument('[args...]', 'handed to vitest run')
    .option('--judge-change', 'let a local judge, or one standing in, replace what an LLM judged')
    .allowUnknownOption()
    .action(runAccept)
}

async function runAccept(args: string[], { judgeChange = false }: { judgeChange?: boolean }): Promise<void> {
  const vitest = spawn(process.execPath, [vitestCommand(process.cwd()), 'run', '-u', ...args], {
    stdio: 'inherit',
    env: { ...process.env, [ACCEPT_VARIABLE]: judgeChange ? ACCEPT_JUDGE_CHANGE : undefined },
  })
  const [exitCode] = (await once(vitest, 'close')) as [number | null]
  process.exitCode = exitCode ?? 1
}
