import { asksForCode } from './asks-for-code.js'
import type { FailureSubject, HardFailure } from './hard-failure.js'
import { withoutCode } from './prose-of.js'

/** Of chat templates; no answer to a user has them, be it about code or not. */
const chatTokens =
  /<\|(?:im_start|im_end|im_sep|endoftext|end_of_text|begin_of_text|start_header_id|end_header_id|eot_id|eom_id|system|user|assistant|end|return|channel|message)\|>|\[\/?INST\]|<<\/?SYS>>|<\/?s>(?=\s|$|\[)|<(?:start|end)_of_turn>|<\uff5c[^<>\uff5c]{1,40}\uff5c>|^### (?:Instruction|Response|Input):?$/m

/** Where a value was to be filled in. */
const templates = [
  /\{\{[{#/^>~!-]?\s*[\w$][\w$.|: \t'"()[\]-]{0,80}?\s*[}~-]?\}\}/,
  /\$\{\s*[\w$][\w$.?()[\]'" |]{0,80}\}/,
  /(?<![\w\\])\{[a-z][\w.-]{0,60}\}(?!\w)/,
  /\{%-?\s*\w[^%{}]{0,80}%\}|<%[=-]?[^%<>]{1,80}%>/,
  /(?<![\w%\d])%(?:\([\w.]{1,40}\)[sdf]|s|d)(?![\w%])/,
  /\[\[\s*[a-z_][\w. ]{1,40}\]\]|<(?:insert|your|customer|user)[ _-][\w -]{1,40}>/i,
]

/** What a letter that a user asked for leaves open for the user to fill in. */
const blanks =
  /\[(?:INSERT|ENTER|ADD|FILL IN)\b[^[\]\n]{0,60}\]|\[(?:CUSTOMER|USER|CLIENT|GUEST|COMPANY|AGENT|PRODUCT|ORDER|YOUR|FIRST|LAST|FULL)?[ _-]?(?:NAME|NUMBER|ID|DATE|TIME|AMOUNT|ADDRESS|EMAIL|PHONE|TITLE)\]/i

const writes =
  /\b(?:write|draft|compose|create|generate|prepare|design|letter|card|note|certificate|flyer|label|e-?mails?|message|template|form|cover|resume|cv|profile|biography|bio|introduc\w*|speech|story|press release|invitation|invoice|contract|agreement|statement|proposal|post|description|report|outline|plan|script|memo|summary|reply to|respond to)\b/i

/** Nothing, as a program writes it, where a name, a date or an amount belongs. */
const missingValues = [
  /\[object [A-Z]\w+\]/,
  /(?<![\w-])NaN(?![\w-])/,
  /\bInvalid Date\b/,
  /(?:[$€£#]|\b(?:hello|hi|hey|dear|mr\.?|mrs\.?|ms\.?) )(?:undefined|null|None|nil)(?![\w-])/i,
  /(?::|\b(?:for|on|at|by|from|until|with|to|in|of|and|before|after|costs|order|number|no\.|name|is|are))\s+(?:undefined|null)(?=\s+(?:at|on|from|to|for|and|by|with|has|will|is|was|of)\b|\s*[.,;!?)]?\s*$|[.,!;])/m,
]

/** "is undefined" may be said of a quotient: these words make it one. */
const ofMathematics =
  /\b(?:divi\w*|zero|quotient|limit|tangent|slope|logarithm|ratio|mathemat\w*|hypothes\w*|void|statistic\w*|law|set theory|behaviou?r|concept|terms?|define\w*|equation|vector|matrix)\b/i

const traces = [
  /^Traceback \(most recent call last\):/m,
  /^[ \t]{0,20}File "[^"\n]{1,200}", line \d+/m,
  /^[ \t]{0,20}at (?:async )?(?:[\w$.<>[\] ]{1,120} )?\(?(?:\/|[a-z]+:|[A-Z]:\\|[\w@.-]+\/)[^\s()]{1,200}:\d+:\d+\)?[ \t]{0,20}$/m,
  /^[ \t]{0,20}at [\w$.<>/]{1,200}\([\w$]{1,80}\.(?:java|kt|scala|groovy):\d+\)|^[ \t]{0,20}at [\w$.<>/]{1,200}\((?:Native Method|Unknown Source)\)/m,
  /^[ \t]{0,20}at [\w.`<>[\]]{1,200}\([^()\n]{0,200}\) in \S{1,200}:line \d+/m,
  /^(?:Uncaught |Unhandled )?(?:\w{1,40}\.){0,6}(?:Type|Reference|Range|Syntax|Key|Value|Attribute|Index|Name|Import|Runtime|IO|OS|Module\w{0,20}|Connection|Timeout|Assertion|ZeroDivision|Unicode\w{0,20}|Operational|Programming|Integrity)Error: /m,
  /^(?:Exception in thread "|Caused by: )|\b(?:[a-z]\w{0,40}\.){2,8}[A-Z]\w{0,60}(?:Exception|Error)\b/m,
  /\bUncaught (?:\w{1,60})?(?:Exception|Error)\b|^(?:PHP )?(?:Fatal|Parse) error: |\bgoroutine \d+ \[\w+\]:|^panic: |^thread '[^'\n]{1,80}' panicked at\b|\bSQLSTATE\[|\bORA-\d{5}\b|\bsegmentation fault\b/im,
  /^[ \t]{0,20}\S{1,200}\.rb:\d+:in [`']/m,
  /\bE(?:CONNREFUSED|CONNRESET|TIMEDOUT|NOTFOUND|NOENT|PIPE)\b/,
  /^HTTP\/\d(?:\.\d)? [45]\d\d\b|<title>\s*[45]\d\d\b/m,
]

/**
 * What was never meant for the user: tokens of a chat template, templates whose values were not filled in, `undefined` where a value belongs,
 * stack traces, the body of an error. Where a message is about code, only the first counts; and never what the message, the context or the
 * reference says itself, or what the reply shows as code.
 */
export function findLeak({ input, reply, context = '', reference = '' }: FailureSubject): HardFailure | undefined {
  const known = [input, context, reference]
  const isNew = (text: string | undefined): text is string =>
    text !== undefined && !known.some((each) => each.includes(text.trim()))
  const text = withoutCode(reply)
  const token = chatTokens.exec(text)?.[0]
  if (isNew(token)) return { kind: 'leak', evidence: token }
  if (asksForCode(input)) return undefined
  const found = [
    ...[...templates, ...traces].map((pattern) => pattern.exec(text)?.[0]),
    ...(ofMathematics.test(input) || ofMathematics.test(reply)
      ? []
      : missingValues.map((pattern) => pattern.exec(text)?.[0])),
    writes.test(input) ? undefined : blanks.exec(text)?.[0],
    errorBody(text),
  ].find(isNew)
  return found === undefined ? undefined : { kind: 'leak', evidence: found.trim() }
}

/** A reply that is nothing but a JSON object which tells of an error. */
function errorBody(text: string): string | undefined {
  const body = text.trim()
  if (!body.startsWith('{') || !body.endsWith('}')) return undefined
  const head = body.slice(0, 2_000)
  return /"(?:error|errors|exception|traceback|stack|detail|errorMessage|error_code|fault)"\s*:/i.test(head) ||
    /"(?:status|statusCode|code)"\s*:\s*"?[45]\d\d\b/i.test(head)
    ? body.slice(0, 200)
    : undefined
}
