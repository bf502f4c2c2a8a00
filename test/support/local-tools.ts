import { Meanings } from '../../src/encoder/meanings.js'
import type { LocalTools } from '../../src/judges/local/local-tools.js'

/** As `localJudge()` has them: the encoder loaded once. */
export function localTools(): LocalTools {
  let loading: Promise<Meanings> | undefined
  return { meanings: () => (loading ??= Meanings.load()) }
}
