#!/usr/bin/env node
import { createRequire } from 'node:module'
import { Command } from 'commander'
import { stripControlCharacters } from '../text/strip-control-characters.js'
import { acceptCommand } from './accept-command.js'
import { calibrateCommand } from './calibrate-command.js'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

const program = new Command('vitest-judge')
  .description('Baselines and judges of vitest-judge. The tests themselves run with vitest.')
  .version(version)
  .addCommand(calibrateCommand())
  .addCommand(acceptCommand())

try {
  await program.parseAsync()
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`vitest-judge: ${stripControlCharacters(message)}\n`)
  process.exitCode = 1
}
