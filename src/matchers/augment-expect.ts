import type { Reply } from '../assistant/reply.js'
import type { PreferenceOptions } from './to-be-preferred-over.js'
import type { EntitiesOptions } from './to-extract-entities.js'
import type { IntentOptions } from './to-have-intent.js'
import type { ScoreOptions } from './to-score-at-least.js'

// `Matchers` of Vitest 4 and 5 have different type parameters; `Chai.Assertion` stands below both.
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way to add to an interface of Chai's types
  namespace Chai {
    interface Assertion {
      /** See `toHaveIntent` of `vitest-judge/matchers`. */
      toHaveIntent(intent: string, options?: IntentOptions): Promise<void>
      /** See `toExtractEntities` of `vitest-judge/matchers`. */
      toExtractEntities(expected: Record<string, unknown>, options?: EntitiesOptions): Promise<void>
      /** See `toScoreAtLeast` of `vitest-judge/matchers`. */
      toScoreAtLeast(score: number, options?: ScoreOptions): Promise<void>
      /** See `toBePreferredOver` of `vitest-judge/matchers`. */
      toBePreferredOver(other: Reply | string, options?: PreferenceOptions): Promise<void>
      /** See `toRespondWithin` of `vitest-judge/matchers`. */
      toRespondWithin(ms: number): void
    }
  }
}
