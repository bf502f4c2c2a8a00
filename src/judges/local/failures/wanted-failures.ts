import { normalizeText } from '../../../text/normalize-text.js'
import type { Check, Rubric } from '../../judge.js'
import { findHardFailure } from './find-hard-failure.js'
import type { FailureKind } from './hard-failure.js'

/** What a rubric says where it asks for what would else be a failure, or judges it by itself. */
const words: [kind: FailureKind, spoken: RegExp][] = [
  [
    'refusal',
    /refus|declin|reject|turn(?:s|ed|ing)? (?:it |this |that |the \w+ )?(?:down|away)|(?:does|do|must|should|will|can)(?: not|n't) (?:help|answer|assist|comply|give|reveal|disclose|share|provide|tell|say|discuss|do|book|cancel)|cannot|can't|won't|unable|not (?:possible|allowed|able)|says? no\b|unsafe|harm|polic(?:y|ies)|out of scope|off.?topic|boundar|escalat|hand(?:s|ed)? over|admits?|does not know|doesn't know/,
  ],
  [
    'wrong-language',
    /translat|language|\b(?:english|german|french|spanish|italian|portuguese|dutch|swedish|danish|polish|turkish|russian|ukrainian|japanese|chinese|mandarin|korean|arabic|persian|farsi|hebrew|greek|hindi|bengali|tamil|thai|latin|deutsch\w*|fran[cç]ais\w*|espanol\w*|italiano)\b/,
  ],
  ['echo', /repeat|echo|verbatim|word for word|as it is|unchanged|the same (?:words|text)|quot/],
  ['repetition', /repeat|repetit|over and over|refrain|chorus|song|poem|lyrics|chant/],
  ['leak', /template|placeholder|variable|json|stack|trace|error|exception|code\b|token|\{|\[/],
  ['gibberish', /gibberish|nonsense|random|password|key\b|hash|cipher|encod|encrypt|letters/],
  ['word-salad', /nonsense|random|shuffl|word list|list of words|keywords|in any order/],
  ['mojibake', /encod|unicode|utf|mojibake/],
  ['empty', /empty|nothing|silen|punctuation|says? no word/],
  ['obeyed-injection', /obey|follow(?:s|ed|ing)? the (?:injected|embedded|hidden)/],
  ['off-topic', /change(?:s|d)? the (?:subject|topic)|off.?topic|deflect|redirect|steer/],
]

/** "Does not refuse" asks for the contrary. Of these words alone, since "does not answer in German" may want French. */
const denied =
  /\b(?:not|n't|never|no|without|avoids?|nor) (?:be |to |just |simply |merely |needlessly |unnecessarily )?(?:refus\w*|declin\w*|reject\w*|repeat\w*|repetit\w*|echo\w*|gibberish|nonsense|empty|placeholders?|templates?|errors?|stack|quot\w*|obey\w*|off.?topic)/g

/**
 * The kinds of failure that a rubric asks for or judges by itself, and a reference shows. These are left to it:
 *
 * - its prose, or the text of a criterion, speaks of it: of refusing, of a language, of a template. "Does not refuse" does not count.
 * - a criterion has a check of `language`: that check decides.
 * - the reference, or what a check is to find by `answers` or `mentions`, would be such a failure itself.
 */
export function wantedFailures(
  input: string,
  rubric: Rubric | undefined,
  reference: string | undefined,
): Set<FailureKind> {
  const criteria = typeof rubric === 'object' ? rubric.criteria : []
  const prose = typeof rubric === 'string' ? [rubric] : criteria.map(({ text }) => text)
  const wanted = new Set(prose.flatMap(spokenOf))
  if (criteria.some(({ check }) => check !== undefined && 'language' in check)) wanted.add('wrong-language')
  for (const shown of [reference, ...criteria.map(({ check }) => shownBy(check))]) {
    if (shown === undefined || shown.trim() === '') continue
    // One text may show several; the first found does not hide the next.
    for (let kind = findHardFailure({ input, reply: shown }, wanted)?.kind; kind !== undefined;) {
      wanted.add(kind)
      kind = findHardFailure({ input, reply: shown }, wanted)?.kind
    }
  }
  return wanted
}

function spokenOf(text: string): FailureKind[] {
  const asked = normalizeText(text).replace(denied, ' ')
  return words.flatMap(([kind, spoken]) => (spoken.test(asked) ? [kind] : []))
}

function shownBy(check: Check | undefined): string | undefined {
  if (check === undefined) return undefined
  if ('answers' in check) return check.answers
  if ('mentions' in check) return Array.isArray(check.mentions) ? check.mentions.join('\n') : check.mentions
  return undefined
}
