import type { ActiveJudge } from '../judge-service/judge-service.js'
import type { Judge } from '../judges/judge.js'
import type { ResolvedOptions } from '../plugin/resolve-options.js'
import { CliError } from './cli-error.js'
import type { LoadedPlugin } from './load-plugin.js'

export interface ChosenJudge {
  judge: Judge
  /** Of the project that it was found in. */
  options: ResolvedOptions
}

/**
 * The judge that a command is about: the first project's own, or the one that `judge({ judges })` of some project knows under `name`.
 *
 * @throws {CliError} where it is not there, was never chosen, or cannot work here
 */
export function chooseJudge({ projects }: LoadedPlugin, name: string | undefined): ChosenJudge {
  const found = projects.flatMap(({ options }): { active: ActiveJudge; options: ResolvedOptions }[] => {
    const { own, named } = options.projectJudges
    const active = name === undefined ? own : (named.get(name) ?? (own.judge.name === name ? own : undefined))
    return active === undefined ? [] : [{ active, options }]
  })
  const [first] = found
  if (first === undefined) {
    const known = [...new Set(projects.flatMap(({ options }) => [...options.projectJudges.named.keys()]))]
    const declared = known.length === 0 ? 'none is declared' : `declared are: ${known.join(', ')}`
    throw new CliError(
      `--judge: no judge is named ${JSON.stringify(name)} (${declared}); declare it with judge({ judges: { ${JSON.stringify(name)}: … } })`,
    )
  }
  const { active, options } = first
  if (active.standIn !== undefined) throw new CliError(`there is no judge to calibrate: ${active.standIn}`)
  return { judge: active.judge, options }
}
