#!/usr/bin/env node
import { createRequire } from 'node:module'
import { Command, CommanderError } from 'commander'
import { stripControlCharacters } from '../text/strip-control-characters.js'
import { acceptCommand } from './accept-command.js'
import { calibrateCommand } from './calibrate-command.js'
import { compareCommand } from './compare-command.js'
import { historyCommand } from './history-command.js'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

const program = new Command('vitest-judge')
  .description('Baselines and judges of vitest-judge. The tests themselves run with vitest.')
  .version(version)
  .addCommand(calibrateCommand())
  .addCommand(historyCommand())
  .addCommand(compareCommand())
  .addCommand(acceptCommand())

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has told it; `--help` is no failure.
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`vitest-judge: ${stripControlCharacters(message)}\n`)
    process.exitCode ??= 1
  }
}
