import { z } from 'zod'

/** How far a criterion is met, best first. */
export const verdictSchema = z.enum(['met', 'partly', 'not_met'])

export const verdictValue = { met: 1, partly: 0.5, not_met: 0 } as const

export const verdictAnchors = `Verdicts:
- met: the reply fully satisfies the criterion, and you can name where.
- partly: it satisfies a part of the criterion, or does so ambiguously.
- not_met: it does not satisfy the criterion, contradicts it, or gives no evidence for it.`
