import { contentStems } from '../../../text/content-stems.js'
import { splitSentences } from '../../../text/split-sentences.js'
import { stem } from '../../../text/stem.js'
import { tokenize } from '../../../text/tokenize.js'
import { genericWords } from '../generic-words.js'

const words = (list: string) => list.trim().split(/\s+/)

/** What is done for somebody who asks, whatever it was. */
const deeds = words(`
  help assist answer respond reply comply do handle process fulfil fulfill provide offer discuss comment engage address deal share say advise
  act perform execute carry undertake accept accommodate serve satisfy grant honour honor pursue involve participate entertain resolve facilitate oblige
  give given take taken tell told talk speak spoken done said made proceed continue support set`)

const abilities = words(`
  able allow permit authorise authorize willing prepare equip comfortable position liberty possible capable ability capacity authority mandate
  mean permission power clearance licence license entitle qualify appropriate proper right suitable`)

const matters = words(`
  request question inquiry enquiry query topic subject matter task thing issue prompt message ask kind sort type nature front area scope remit field
  domain expertise competence capability purview role limit limitation boundary policy guideline rule instruction restriction regulation principle
  programming program duty job business`)

/** What goes along with a refusal: regret, reasons, others to ask. */
const company = words(`
  sorry apology apologise apologize regret regrettably regrettable regretfully unfortunately sadly afraid fear wish hope understand understanding thank please patience
  inconvenience kindly kind respectfully politely though honestly simply just really perhaps maybe
  instead else elsewhere other different differently another someone somebody anyone specialist expert professional human colleague person people staff
  representative agent contact reach consult find use refer direct turn pass decline refuse refusal reject deny abstain refrain opt choose choice prefer rather insist
  force instruct design build train make develop create developer creator maker company service assistant ai bot model language virtual chatbot system
  hand tie unanswered information due inform intend intention moment currently time case way place side end part today future stop leave line let
  want need ask try look good well best like feel think believe consider fall lie stay remain go get come keep seek pursue useful use after sure simple something anything nothing everything such
  unable lack unwilling impossible outside beyond against breach violate contravene prohibit forbid forbidden restrict bar`)

const vocabulary = new Set([...deeds, ...abilities, ...matters, ...company].map(stem))
const done = new Set([...deeds, ...abilities].map(stem))
const asked = new Set(matters.map(stem))

/** Courtesy that denies nothing. */
const courtesy =
  /\b(?:no (?:problem|worries|doubt|matter|need|trouble|rush)|not (?:a|any) (?:problem|issue)|why not|if not|not only|whether or not|no longer|never mind|(?:can not|cannot|can[’']t) wait|(?:do not|don[’']t) (?:worry|hesitate))\b/gi

const denies = /^(?:not|no|never|nothing|none|neither|nor|cannot|unable|unwilling|lack|without|\w+n[’']t|impossible)$/
const bounds =
  /^(?:outside|beyond|against|breach\w*|violat\w*|contraven\w*|prohibit\w*|forbid\w*|restrict\w*|conflict\w*)$/
const declines = /^(?:declin\w*|refus\w*|abstain\w*|refrain\w*|reject\w*)$|^unanswered$/
const idiom =
  /\b(?:turn|turning|turned) (?:\w+ ){0,2}(?:away|down)\b|\bhands are tied\b|\b(?:a|is|say|saying) no (?:from|to)\b|\bno can do\b|\bpass on (?:this|that|it)\b/i

/** What the user need not or must not do, and advice, deny nothing that was asked for. */
const ofTheUser =
  /\byou (?:\w+ )?(?:do|are|need|have|must|should|can|could|may|will|would)(?:n[’']t| ?not)\b|\byou(?:[’']re| will|[’']ll) not\b|\bnothing (?:that )?you\b|^\W*(?:please |so |then )*(?:do not|don[’']t|never)\b|\bi (?:would not|wouldn[’']t) (?:do|say|take|give|go|try)\b/i

/** What is denied may stand so many words after the denial. */
const REACH = 6

const LONGEST = 45

const MOST_CHARACTERS = 2_000

/** "Do you sell stamps?" may be answered by a no, and "could not find" reports. */
const asksWhether =
  /(?:^|[.!?,]\s*)(?:(?:hi|hello|hey|and|so|but|ok|okay)\W+)*(?:do|does|did|is|are|was|were|has|have|will|may|must|should|am|can (?:i|we|one)|could (?:i|we)|would (?:it|that|this))\b[^.!?]*\?/i
const reports =
  /\b(?:could(?:n[’']t| not)|did(?:n[’']t| not)|has(?:n[’']t| not)|know|understand|catch|sure|find|found|hear|heard|see|seem|yet)\b/i

/**
 * A refusal by what it lacks: a short reply in English without one word of its own, nothing but denying to do, and what goes along with
 * that. Whatever its phrasing, it says no and nothing of what was asked.
 */
export function isBareRefusal(input: string, reply: string): boolean {
  if (asksWhether.test(input.slice(0, MOST_CHARACTERS))) return false
  const tokens = tokenize(reply)
  if (tokens.length > LONGEST || /\d/.test(reply) || reports.test(withoutThanks(reply))) return false
  const isOfItsOwn = (word: string) => !vocabulary.has(word) && !genericWords.has(word)
  if (contentStems(tokens).some(isOfItsOwn)) return false
  return splitSentences(reply).some((sentence) => !sentence.includes('?') && deniesDeed(sentence))
}

function withoutThanks(reply: string): string {
  return reply.replace(
    /\b(?:i hope (?:that )?)?(?:you|please|for|thanks|your) understand(?:ing)?\b|\btry to find\b/gi,
    ' ',
  )
}

function deniesDeed(sentence: string): boolean {
  if (ofTheUser.test(sentence)) return false
  const plain = sentence.replace(courtesy, ' ')
  if (idiom.test(plain)) return true
  // Who denies, or what: "it does not work" tells of something else.
  const isOwn = /\b(?:i|we|me|us|my|our|i[’']\w+|we[’']\w+)\b/i.test(plain)
  const said = plain.toLowerCase().match(/[\p{L}’']+/gu) ?? []
  const isMeant =
    isOwn || /\b(?:possible|impossible|appropriate)\b/.test(plain) || said.some((word) => asked.has(stem(word)))
  return said.some((word, at) => {
    if (declines.test(word)) return true
    const next = said.slice(at + 1, at + 1 + REACH).map(stem)
    if (denies.test(word)) return isMeant && next.some((each) => done.has(each))
    return bounds.test(word) && isOwn && next.some((each) => asked.has(each) || done.has(each))
  })
}
