import type { Meanings } from '../../encoder/meanings.js'

/** What the embedded judge reads replies with. */
export interface LocalTools {
  /** Loads the encoder at the first call: many requests are judged without. */
  meanings: () => Promise<Meanings>
}
