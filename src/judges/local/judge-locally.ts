import type { Meanings } from '../../encoder/meanings.js'
import { quoteText } from '../../text/quote-text.js'
import type { Judgement, JudgementRequest, PreferenceRequest } from '../judge.js'
import { judgeAgreement } from './judge-agreement.js'
import { judgeCriterion } from './judge-criterion.js'
import { judgeEntities } from './judge-entities.js'
import { judgeFaithfulness } from './judge-faithfulness.js'
import { judgeIntent } from './judge-intent.js'
import { judgePreference } from './judge-preference.js'
import { judgeQuality, judgeWithoutFailure } from './judge-quality.js'
import { judgeRefusal } from './judge-refusal.js'
import { judgeSimilarity } from './judge-similarity.js'
import { saidToUser } from './said-to-user.js'

/** What a judgement may need beside its request, loaded when it is asked for. */
export interface LocalMeans {
  meanings: () => Promise<Meanings>
}

/** What the embedded judge says of a request. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- the judges of meaning will ask for them
export function judgeLocally(request: JudgementRequest, _means?: LocalMeans): Judgement {
  switch (request.metric) {
    case 'intent':
      return judgeSaid(request, judgeIntent)
    case 'entities':
      return judgeSaid(request, judgeEntities)
    case 'quality':
      return judgeSaid(request, (part) =>
        part !== request && part.reply.trim() === '' ? judgeWithoutFailure(part) : judgeQuality(part),
      )
    case 'preference':
      return judgePreference(request)
    case 'criterion':
      return judgeSaid(request, judgeCriterion)
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
function judgeSaid<Request extends Exclude<JudgementRequest, PreferenceRequest>>(
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
