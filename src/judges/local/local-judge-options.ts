import type { Embedder } from '../../encoder/embedder.js'
import { isVersion, optionError } from '../option-error.js'

export interface LocalJudgeOptions {
  /**
   * Your own encoder in place of the embedded one: one vector for each text, in their order, all of the same length. Called in Vitest's
   * main process with all texts that are wanted at once, first with 160 of the package's own that say how alike any texts are.
   */
  embed: Embedder
  /** Change it whenever `embed` may give other vectors: baselines are compared within one version only. */
  version: string | number
}

const known = ['embed', 'version']
const call = {
  maker: 'localJudge',
  example: "localJudge({ embed: async (texts) => vectors, version: 'my-model@1' }), or localJudge()",
}

/** @throws {TypeError} for a missing, unknown or wrong option */
export function checkedLocalOptions(options: unknown): LocalJudgeOptions {
  if (typeof options !== 'object' || options === null) throw optionError('an object of options', options, call)
  const unknown = Object.keys(options).filter((key) => !known.includes(key))
  if (unknown.length > 0) {
    throw new TypeError(`localJudge: unknown option ${unknown.join(', ')}: the options are ${known.join(', ')}`)
  }
  const { embed, version } = options as Record<string, unknown>
  if (typeof embed !== 'function') throw optionError('option embed to be a function', embed, call)
  if (!isVersion(version)) {
    throw optionError('option version to be a number or a string that is not empty', version, call)
  }
  return options as LocalJudgeOptions
}
