import type { ProjectJudges } from '../judge-service/judge-service.js'
import type { Judge } from '../judges/judge.js'
import { resolveIntents } from '../plugin/read-intents.js'
import type { ResolvedOptions } from '../plugin/resolve-options.js'
import { CliError } from './cli-error.js'
import type { LoadedPlugin } from './load-plugin.js'

export interface ChosenJudge {
  judge: Judge
  /** What the project that it was found in knows of intents. */
  intents: ProjectJudges['intents']
  /** Of that project. */
  options: ResolvedOptions
}

/**
 * The judge that a command is about: the first project's own, or the one that `judge({ judges })` of some project knows under `name`.
 *
 * @throws {CliError} where it is not there, was never chosen, or cannot work here
 */
export function chooseJudge({ root, projects }: LoadedPlugin, name: string | undefined): ChosenJudge {
  // Recordings do not help here: the judge is to be asked.
  const known = projects.map(({ options }) => ({ options, judges: options.judges(false) }))
  const found = known.flatMap(({ options, judges }) => {
    const { own, named } = judges
    const active = name === undefined ? own : (named.get(name) ?? (own.judge.name === name ? own : undefined))
    return active === undefined ? [] : [{ active, options }]
  })
  const [first] = found
  if (first === undefined) {
    const names = [...new Set(known.flatMap(({ judges }) => [...judges.named.keys()]))]
    const declared = names.length === 0 ? 'none is declared' : `declared are: ${names.join(', ')}`
    throw new CliError(
      `--judge: no judge is named ${JSON.stringify(name)} (${declared}); declare it with judge({ judges: { ${JSON.stringify(name)}: … } })`,
    )
  }
  const { active, options } = first
  const cannot = active.standIn ?? active.replays
  if (cannot !== undefined) throw new CliError(`there is no judge to calibrate: ${cannot}`)
  return { judge: active.judge, intents: resolveIntents(options.intents, root), options }
}
