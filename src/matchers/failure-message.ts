import type { ScoreRecord } from '../evaluation/record-schema.js'
import { stripControlCharacters } from '../text/strip-control-characters.js'
import type { JudgedAssertion } from './judged-assertion.js'

/** Longest quotation of a reply or a message; the whole reply is in the results. */
const MAX_QUOTE = 600

/** The score missed its threshold. */
export function failureMessage(assertion: JudgedAssertion, score: ScoreRecord): string {
  const { format, threshold, advice } = assertion
  const bound = score.negated ? 'a score below' : 'a score of at least'
  return [
    hint(assertion, score.negated),
    '',
    `Expected: ${bound} ${format(threshold)}`,
    `Received: ${score.value === null ? 'n/a' : received(assertion, score.value)} from ${judgeOf(score)}`,
    '',
    ...quotes(assertion),
    `Why:   ${quote(score.rationale)}`,
    ...(score.negated ? [] : [`Next:  ${advice}`]),
  ].join('\n')
}

/** The judge declined: no score at all. */
export function declinedMessage(assertion: JudgedAssertion, score: ScoreRecord, isNot: boolean): string {
  return [
    hint(assertion, isNot),
    '',
    'Expected: a judgement',
    `Received: ${judgeOf(score)} declined`,
    '',
    ...quotes(assertion),
    `Why:   ${quote(score.rationale)}`,
    `Next:  ${quote(score.declined ?? '')}`,
  ].join('\n')
}

/** The judge failed: an error, never a score. */
export function judgeFailedMessage(assertion: JudgedAssertion, judge: string, message: string, isNot: boolean): string {
  return [
    hint(assertion, isNot),
    '',
    'Expected: a judgement',
    `Received: an error of ${judge}`,
    '',
    `Why:   ${indent(stripControlCharacters(message))}`,
  ].join('\n')
}

/** Rounded, but where that would hide the miss. */
function received({ format, threshold }: JudgedAssertion, value: number): string {
  return format(value) === format(threshold) ? format(value, 6) : format(value)
}

function hint({ call }: JudgedAssertion, isNot: boolean): string {
  return `expect(reply).${isNot ? 'not.' : ''}${stripControlCharacters(call).replaceAll(/\s+/g, ' ')}`
}

function judgeOf({ judge }: ScoreRecord): string {
  return judge.standIn === undefined ? judge.name : `${judge.name}, standing in (${judge.standIn})`
}

function quotes({ reply }: JudgedAssertion): string[] {
  return [`Input: ${quote(reply.input)}`, `Reply: ${quote(reply.text)}`]
}

/** Untrusted text on the terminal: without control characters, cut, and indented. */
export function quote(text: string): string {
  const clean = stripControlCharacters(text)
  const cut =
    clean.length <= MAX_QUOTE ? clean : `${clean.slice(0, MAX_QUOTE)}… (${clean.length - MAX_QUOTE} more characters)`
  return indent(cut)
}

/** No line of it can pass for one of ours. */
function indent(text: string): string {
  return text.replace(/\n(?=[^\n])/g, '\n       ')
}
