import { quoteText } from '../../text/quote-text.js'
import type { EntitiesRequest, IntentRequest, Judgement, JudgementRequest, QualityRequest } from '../judge.js'
import { decline } from './decline.js'
import { judgeEntities } from './judge-entities.js'
import { judgeIntent } from './judge-intent.js'
import { judgeQuality } from './judge-quality.js'
import { saidToUser } from './said-to-user.js'

/** What the embedded judge says of a request. */
export function judgeLocally(request: JudgementRequest): Judgement {
  switch (request.metric) {
    case 'intent':
      return judgeSaid(request, judgeIntent)
    case 'entities':
      return judgeSaid(request, judgeEntities)
    case 'quality':
      return judgeSaid(request, judgeQuality)
    case 'preference':
      return decline('Which of two replies is better cannot be told from their words.', 'Use an LLM judge.')
    case 'criterion':
      return decline(
        'A criterion in prose gives this judge nothing that it could check in code.',
        "Make it a rubric's criterion with a check ({ text: '…', check: { mentions: '…' } }), or use an LLM judge.",
      )
  }
}

/** What a reply says to its judge can only cost it: the lower counts of what is judged without and with it. */
function judgeSaid<Request extends IntentRequest | EntitiesRequest | QualityRequest>(
  request: Request,
  judge: (request: Request) => Judgement,
): Judgement {
  const whole = judge(request)
  const reply = saidToUser(request.reply)
  if (reply === request.reply) return whole
  const said = judge({ ...request, reply })
  const lower = whole.value !== null && whole.value < (said.value ?? 0.5) ? whole : said
  const note = `Only what is said to the user counts: ${reply.trim() === '' ? 'nothing' : quoteText(reply)}.`
  return { ...lower, rationale: `${lower.rationale}\n${note}` }
}
