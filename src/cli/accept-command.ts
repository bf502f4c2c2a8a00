import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Command } from 'commander'
import { ACCEPT_JUDGE_CHANGE, ACCEPT_VARIABLE } from '../plugin/accept-variable.js'
import { acceptRun, isRunReference } from './accept-run.js'
import { CliError } from './cli-error.js'
import { vitestCommand } from './find-vitest.js'

/** `vitest-judge accept [--judge-change] [-- vitest’s own arguments]`, or `vitest-judge accept <run>` */
export function acceptCommand(): Command {
  return new Command('accept')
    .description('accept into the baselines what the tests say (vitest run -u), or what a kept run said')
    .argument('[args...]', 'a kept run (id, latest, latest~1), or arguments that are handed to vitest run')
    .option('--judge-change', 'let a local judge, or one standing in, replace what an LLM judged')
    .allowUnknownOption()
    .action(runAccept)
}

async function runAccept(args: string[], { judgeChange = false }: { judgeChange?: boolean }): Promise<void> {
  const [first, ...others] = args
  if (first !== undefined && isRunReference(first)) {
    if (others.length > 0) {
      throw new CliError(
        `accept ${first} takes no further arguments, for no test runs, got ${others.join(' ')}; to run the tests of such a file, write its name with its ending`,
      )
    }
    await acceptRun(first, { judgeChange })
    return
  }
  const vitest = spawn(process.execPath, [vitestCommand(process.cwd()), 'run', '-u', ...args], {
    stdio: 'inherit',
    env: { ...process.env, [ACCEPT_VARIABLE]: judgeChange ? ACCEPT_JUDGE_CHANGE : undefined },
  })
  const [exitCode] = (await once(vitest, 'close')) as [number | null]
  process.exitCode = exitCode ?? 1
}
