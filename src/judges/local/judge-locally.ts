import { quoteText } from '../../text/quote-text.js'
import type { Judgement, JudgementRequest, PreferenceRequest } from '../judge.js'
import { judgeIntent } from './intent/judge-intent.js'
import { judgeAgreement } from './judge-agreement.js'
import { judgeCriterion } from './judge-criterion.js'
import { judgeEntities } from './judge-entities.js'
import { judgeFaithfulness } from './judge-faithfulness.js'
import { judgePreference } from './judge-preference.js'
import { judgeQuality, judgeWithoutFailure } from './judge-quality.js'
import { judgeRefusal } from './judge-refusal.js'
import { judgeSimilarity } from './judge-similarity.js'
import type { LocalTools } from './local-tools.js'
import { saidToUser } from './said-to-user.js'

/** What the embedded judge says of a request. */
export async function judgeLocally(request: JudgementRequest, tools: LocalTools): Promise<Judgement> {
  switch (request.metric) {
    case 'intent':
      return judgeSaid(request, (part) => judgeIntent(part, tools))
    case 'entities':
      return judgeSaid(request, judgeEntities)
    case 'quality':
      return judgeSaid(request, (part) =>
        part !== request && part.reply.trim() === '' ? judgeWithoutFailure(part, tools) : judgeQuality(part, tools),
      )
    case 'preference':
      return judgePreference(request, tools)
    case 'criterion':
      return judgeSaid(request, (part) => judgeCriterion(part, tools))
    case 'faithfulness':
      return judgeSaid(request, judgeFaithfulness)
    case 'agreement':
      return judgeSaid(request, judgeAgreement)
    case 'similarity':
      return judgeSaid(request, judgeSimilarity)
    case 'refusal':
      return judgeSaid(request, judgeRefusal)
  }
}

/** What a reply says to its judge can only cost it: the lower counts of what is judged without and with it. */
async function judgeSaid<Request extends Exclude<JudgementRequest, PreferenceRequest>>(
  request: Request,
  judge: (request: Request) => Judgement | Promise<Judgement>,
): Promise<Judgement> {
  const whole = await judge(request)
  const reply = saidToUser(request.reply)
  if (reply === request.reply) return whole
  const said = await judge({ ...request, reply })
  const lower = whole.value !== null && whole.value < (said.value ?? 0.5) ? whole : said
  const note = `Only what is said to the user counts: ${reply.trim() === '' ? 'nothing' : quoteText(reply)}.`
  return { ...lower, rationale: `${lower.rationale}\n${note}` }
}
