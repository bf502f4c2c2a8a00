import { toBePreferredOver } from './to-be-preferred-over.js'
import { toExtractEntities } from './to-extract-entities.js'
import { toHaveIntent } from './to-have-intent.js'
import { toRespondWithin } from './to-respond-within.js'
import { toScoreAtLeast } from './to-score-at-least.js'

/** Every matcher, by name: what `expect.extend` takes. */
export const matchers = { toBePreferredOver, toExtractEntities, toHaveIntent, toRespondWithin, toScoreAtLeast }
