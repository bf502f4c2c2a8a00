import type { Judge, JudgeCallOptions, Judgement, JudgementRequest } from './judge.js'
import { judgeFingerprint } from './judge-fingerprint.js'
import { isVersion, optionError } from './option-error.js'
import { validateJudgement } from './validate-judgement.js'

export interface DefineJudgeOptions {
  /** Shown wherever a judgement is: `acme/tone`. */
  name: string
  /** Change it whenever the judge may judge differently: recorded judgements and baselines are compared within one version only. */
  version: string | number
  judge: (request: JudgementRequest, options: JudgeCallOptions) => Judgement | Promise<Judgement>
}

const known = ['name', 'version', 'judge']
const call = {
  maker: 'defineJudge',
  example: "defineJudge({ name: 'acme/tone', version: 1, judge: async (request) => ({ value, rationale }) })",
}

/**
 * Makes a judge of a function.
 *
 * The function gets what is to be judged (look at `request.metric`) and returns `{ value, rationale }` with a value from 0 to 1, or
 * `{ value: null, rationale, declined }` where it cannot judge. It runs in Vitest's main process. A judgement out of that shape rejects.
 *
 * @throws TypeError for a missing, unknown or wrong option
 * @example
 * const tone = defineJudge({
 *   name: 'acme/tone',
 *   version: 1,
 *   judge: async (request) => {
 *     if (request.metric !== 'quality') return { value: null, rationale: '', declined: 'acme/tone judges quality only' }
 *     const { score, why } = await classify(request.reply)
 *     return { value: score, rationale: why }
 *   },
 * })
 */
export function defineJudge(options: DefineJudgeOptions): Judge {
  const { name, version, judge } = checked(options)
  return {
    name,
    kind: 'custom',
    fingerprint: judgeFingerprint({ kind: 'custom', name, version: String(version) }),
    judge: async (request, callOptions = {}) => validateJudgement(name, await judge(request, callOptions)),
  }
}

function checked(options: unknown): DefineJudgeOptions {
  if (typeof options !== 'object' || options === null) throw optionError('an object of options', options, call)
  const unknown = Object.keys(options).filter((key) => !known.includes(key))
  if (unknown.length > 0) {
    throw new TypeError(`defineJudge: unknown option ${unknown.join(', ')}: the options are ${known.join(', ')}`)
  }
  const { name, version, judge } = options as Record<string, unknown>
  if (typeof name !== 'string' || name.trim() === '')
    throw optionError('option name to be a string that is not empty', name, call)
  if (!isVersion(version)) {
    throw optionError('option version to be a number or a string that is not empty', version, call)
  }
  if (typeof judge !== 'function') throw optionError('option judge to be a function', judge, call)
  return options as DefineJudgeOptions
}
