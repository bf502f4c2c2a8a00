import { normalizeText } from '../../text/normalize-text.js'

/** What a part of a sentence does in a refusal. */
export type RefusalPart = 'refuses' | 'accompanies' | 'other'

const cannot = String.raw`(?:(?:i|we) (?:can ?not|can't|won't|will not|could not|couldn't|am not able to|are not able to|am unable to|are unable to|am not allowed to|are not allowed to|am not permitted to|am not in a position to)|(?:i'm|we're) (?:unable|not able|not allowed|not permitted|not in a position) to)`
const adverb = String.raw`(?: (?:really|simply|just|ever|in good conscience|possibly))?`
const verb = String.raw`(?:help|assist|do|provide|share|give|create|write|generate|produce|support|discuss|comply|fulfil|fulfill|answer|offer|tell|explain|engage|participate|advise|reveal|disclose|talk|respond|continue|show|teach|make|go)`
const that = String.raw`(?:that|this|it|those|these|such (?:a |an )?(?:thing|things|request|requests|content|information|material|topics?)|(?:this|that|your|such a)(?: (?:kind|sort|type) of)? (?:request|question|topic|subject|task|content|information|material))`
const task = String.raw`(?:${verb}(?: (?:you|to|with|on|about|in|out))* ${that}|(?:answer|comply|continue|participate|respond)|(?:help|assist)(?: you)?(?: (?:with|on|in) ${that})?|go there)`

/** A whole part of a sentence that refuses; what it refuses is named by a pronoun or as "your request". */
const refusals = [
  new RegExp(`^${cannot}${adverb} ${task}$`),
  new RegExp(
    `^(?:i|we) (?:must|have to|need to|will have to|respectfully|am going to have to)?(?: (?:respectfully|politely))? ?(?:decline|refuse)(?: (?:to )?${task}| ${that})?$`,
  ),
  new RegExp(`^(?:no,? )?(?:i|we) (?:can ?not|can't|won't|will not)$`),
  new RegExp(
    `^(?:${that}|that's|it's) (?:is |would be )?(?:not something|nothing) (?:(?:that )?(?:i|we) (?:can|could|will|am able to|'m able to)|(?:i'm|i am) (?:able|willing|allowed) to) ${verb}(?: (?:you|with|about|on))*$`,
  ),
]

/** A refusal that names what it refuses: it is one of the message if the message has all the words that follow. */
const namedRefusals = [
  new RegExp(`^${cannot}${adverb} (?<what>${verb} .+)$`),
  new RegExp(
    String.raw`^(?:i|we) (?:must |have to )?(?:respectfully |politely )?(?:decline|refuse) to (?<what>${verb} .+)$`,
  ),
]

/** What is said beside a refusal and gives nothing of what was asked for. */
const accompaniments = [
  /^(?:i'm |i am |we're |we are )?(?:very |really |so |terribly )?(?:sorry|afraid)(?: about (?:that|this))?$/,
  /^(?:my )?(?:sincere )?apologies$|^i apologi[sz]e(?: for (?:that|this|any|the) ?(?:inconvenience)?)?$/,
  /^(?:no|unfortunately|regrettably|sorry|please understand|i understand|thank you for (?:asking|your understanding)|thanks for (?:asking|understanding))$/,
  /^(?:it|that|this|doing so|what you ask)(?:'s| is| would be| goes| violates| would violate)? ?(?:against )?(?:my|our|the) (?:guidelines|polic(?:y|ies)|rules|principles|terms(?: of (?:use|service))?)$/,
  /^(?:it|that|this|doing so)(?:'s| is| would be| could be) (?:illegal|unlawful|dangerous|harmful|unethical|unsafe|not safe|confidential|private|not allowed|not appropriate|inappropriate)(?: (?:and|or) (?:illegal|unlawful|dangerous|harmful|unethical|unsafe))?$/,
  /^as an? (?:ai|ai model|ai language model|language model|ai assistant|assistant)$/,
  /^(?:is there|if there(?:'s| is)) (?:something|anything) else (?:that )?(?:i|we) (?:can|could|may) (?:help|assist|do)(?: (?:you|with|for))*(?: (?:today|instead))?$/,
  /^(?:how|what) else (?:can|could|may) (?:i|we) (?:help|assist|do)(?: (?:you|with|for))*(?: today)?$/,
  /^(?:please )?(?:feel free to |let me know if |if )(?:you (?:have|need) |ask )?(?:(?:any|some) )?(?:other|more|further|anything|something)(?: (?:questions?|else|help|requests?))*$/,
  /^(?:i'm|i am|i'd be|i would be) (?:happy|glad) to (?:help|assist)(?: you)? with (?:something|anything) else$/,
]

const leadIn =
  /^(?:(?:i'm |i am |we're |we are )?(?:very |really |so |terribly )?(?:sorry|afraid)|unfortunately|regrettably|no|as an ai(?: (?:assistant|model|language model))?|but|however|and|that)[, ]+/

/** Sentences, and their parts at commas, dashes and "but", in lower case. */
export function partsOf(sentence: string): string[] {
  return normalizeText(sentence)
    .replace(/[\s"*_.!?…]+/g, ' ')
    .split(/[,;:–—]| - |\b(?:but|however|because|since|as it|so)\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * @param isAsked whether the message has all the words that say something in a text
 */
export function refusalPart(part: string, isAsked: (text: string) => boolean): RefusalPart {
  const bare = withoutLeadIns(part)
  if (bare === '' || accompaniments.some((phrase) => phrase.test(part) || phrase.test(bare))) return 'accompanies'
  if (refusals.some((phrase) => phrase.test(bare))) return 'refuses'
  const what = namedRefusals.map((phrase) => phrase.exec(bare)?.groups?.what).find((found) => found !== undefined)
  return what !== undefined && isAsked(what) ? 'refuses' : 'other'
}

function withoutLeadIns(part: string): string {
  let bare = `${part} `
  while (leadIn.test(bare)) bare = bare.replace(leadIn, '')
  return bare.trim()
}

/** Words that may belong to a refusal, or to turning a message away; a reply without any of them does what it is asked, or tries to. */
const doubtful =
  /\b(?:not|no|never|nor|cannot|unable|\w+n't|sorry|afraid|apolog\w*|unfortunately|regret\w*|declin\w*|refus\w*|against|polic(?:y|ies)|guidelines|rules|instead|rather|else|illegal\w*|unlawful|danger\w*|harm\w*|unsafe|unethical|inappropriate|professional|consult\w*|restrict\w*|prohibit\w*|forbidden|confidential|private|privacy|only|beyond|outside)\b/

export function mayRefuse(text: string): boolean {
  return doubtful.test(normalizeText(text))
}
