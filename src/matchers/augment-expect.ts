import type { GradedOptions } from './graded-options.js'
import type { Reply } from '../assistant/reply.js'
import type { ExpectedToolCall } from './match-tool-calls.js'
import type { StandardSchema } from './standard-schema.js'
import type { PreferenceOptions } from './to-be-preferred-over.js'
import type { ToolsOptions } from './to-call-tools.js'
import type { EntitiesOptions } from './to-extract-entities.js'
import type { IntentOptions } from './to-have-intent.js'
import type { SchemaOptions } from './to-match-schema.js'
import type { CriterionOptions } from './to-meet-criterion.js'
import type { ScoreOptions } from './to-score-at-least.js'

// `Matchers` of Vitest 4 and 5 have different type parameters; `Chai.Assertion` stands below both.
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way to add to an interface of Chai's types
  namespace Chai {
    interface Assertion {
      /** See `toAgreeWith` of `vitest-judge/matchers`. */
      toAgreeWith(reference: string, options?: GradedOptions): Promise<void>
      /** See `toBeFaithfulTo` of `vitest-judge/matchers`. */
      toBeFaithfulTo(context: string | string[], options?: GradedOptions): Promise<void>
      /** See `toBePreferredOver` of `vitest-judge/matchers`. */
      toBePreferredOver(other: Reply | string, options?: PreferenceOptions): Promise<void>
      /** See `toBeSemanticallyCloseTo` of `vitest-judge/matchers`. */
      toBeSemanticallyCloseTo(text: string, options?: GradedOptions): Promise<void>
      /** See `toCallTools` of `vitest-judge/matchers`. */
      toCallTools(expected: readonly (string | ExpectedToolCall)[], options?: ToolsOptions): void
      /** See `toCostAtMost` of `vitest-judge/matchers`. */
      toCostAtMost(usd: number): void
      /** See `toExtractEntities` of `vitest-judge/matchers`. */
      toExtractEntities(expected: Record<string, unknown>, options?: EntitiesOptions): Promise<void>
      /** See `toHaveIntent` of `vitest-judge/matchers`. */
      toHaveIntent(intent: string, options?: IntentOptions): Promise<void>
      /** See `toMatchSchema` of `vitest-judge/matchers`. */
      toMatchSchema(schema: StandardSchema, options?: SchemaOptions): Promise<void>
      /** See `toMeetCriterion` of `vitest-judge/matchers`. */
      toMeetCriterion(criterion: string, options?: CriterionOptions): Promise<void>
      /** See `toRefuse` of `vitest-judge/matchers`. */
      toRefuse(options?: GradedOptions): Promise<void>
      /** See `toRespondWithin` of `vitest-judge/matchers`. */
      toRespondWithin(ms: number): void
      /** See `toScoreAtLeast` of `vitest-judge/matchers`. */
      toScoreAtLeast(score: number, options?: ScoreOptions): Promise<void>
      /** See `toUseTokensAtMost` of `vitest-judge/matchers`. */
      toUseTokensAtMost(tokens: number): void
    }
  }
}
