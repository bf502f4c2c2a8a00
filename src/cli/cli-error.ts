/** What a command tells and then ends with exit code 1: what was expected, what came, and the remedy. */
export class CliError extends Error {
  override readonly name = 'CliError'
}
