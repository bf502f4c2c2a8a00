import type { Check } from '../../judge.js'
import type { LocalTools } from '../local-tools.js'
import { checkAnswers } from './check-answers.js'
import { checkAvoids } from './check-avoids.js'
import { checkEntities } from './check-entities.js'
import { checkError } from './check-error.js'
import { checkIntent } from './check-intent.js'
import { checkLanguage } from './check-language.js'
import { checkMatches } from './check-matches.js'
import { checkMentions } from './check-mentions.js'
import type { CheckResult, CheckSubject } from './check-result.js'
import { checkWordCount } from './check-word-count.js'

type KeysOf<Union> = Union extends unknown ? keyof Union : never

/** What a check is of; the other keys say more about it. */
type CheckKind = Exclude<KeysOf<Check>, 'description' | 'examples'>
type CheckOf<Kind extends CheckKind> = Extract<Check, Record<Kind, unknown>>

/** The check of each kind. A kind without one, or one of no kind, does not compile. */
const run: {
  [Kind in CheckKind]: (
    check: CheckOf<Kind>,
    subject: CheckSubject,
    tools: LocalTools,
  ) => CheckResult | Promise<CheckResult>
} = {
  mentions: (check, subject) => checkMentions(check.mentions, subject),
  avoids: (check, subject) => checkAvoids(check.avoids, subject),
  matches: (check, subject) => checkMatches(check.matches, subject),
  maxWords: (check, subject) => checkWordCount({ max: check.maxWords }, subject),
  minWords: (check, subject) => checkWordCount({ min: check.minWords }, subject),
  language: (check, subject) => checkLanguage(check.language, subject),
  answers: (check, subject) => checkAnswers(check.answers, subject),
  intent: (check, subject, tools) => checkIntent(check, subject, tools),
  entities: (check, subject) => checkEntities(check.entities, subject),
}

const kinds = Object.keys(run) as CheckKind[]

/**
 * Holds a reply against one check.
 *
 * Rejects with a TypeError on a check of no kind, of two at once, or with a value that means nothing, naming the criterion
 */
export async function runCheck(check: Check, subject: CheckSubject, tools: LocalTools): Promise<CheckResult> {
  const [kind, ...others] = kinds.filter((key) => Object.hasOwn(check, key))
  if (kind === undefined || others.length > 0) {
    throw checkError(subject, `one check of ${kinds.join(', ')}`, check, 'make a criterion of each')
  }
  return (run[kind] as (check: Check, subject: CheckSubject, tools: LocalTools) => CheckResult | Promise<CheckResult>)(
    check,
    subject,
    tools,
  )
}
