import { toAgreeWith } from './to-agree-with.js'
import { toBeFaithfulTo } from './to-be-faithful-to.js'
import { toBePreferredOver } from './to-be-preferred-over.js'
import { toBeSemanticallyCloseTo } from './to-be-semantically-close-to.js'
import { toCallTools } from './to-call-tools.js'
import { toCostAtMost } from './to-cost-at-most.js'
import { toExtractEntities } from './to-extract-entities.js'
import { toHaveIntent } from './to-have-intent.js'
import { toMatchSchema } from './to-match-schema.js'
import { toMeetCriterion } from './to-meet-criterion.js'
import { toRefuse } from './to-refuse.js'
import { toRespondWithin } from './to-respond-within.js'
import { toScoreAtLeast } from './to-score-at-least.js'
import { toUseTokensAtMost } from './to-use-tokens-at-most.js'

/** Every matcher, by name: what `expect.extend` takes. */
export const matchers = {
  toAgreeWith,
  toBeFaithfulTo,
  toBePreferredOver,
  toBeSemanticallyCloseTo,
  toCallTools,
  toCostAtMost,
  toExtractEntities,
  toHaveIntent,
  toMatchSchema,
  toMeetCriterion,
  toRefuse,
  toRespondWithin,
  toScoreAtLeast,
  toUseTokensAtMost,
}
