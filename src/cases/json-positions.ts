/** Offsets in JSON text, which `JSON.parse` does not tell: Node 20 names no position for most syntax errors. */

interface Token {
  kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'scalar' | 'other' | 'end'
  start: number
  end: number
}

type Wanted =
  'a value' | 'a value or `]`' | 'a name in quotes' | 'a name in quotes or `}`' | '`:`' | '`,`' | 'nothing more'

const SPACE = /[ \t\r\n]*/y
// Any character from the space on, but for `"` and `\`: JSON refuses control characters in a string.
const STRING = /"[ !#-[\]-\uffff]*/y
const STRING_CONTINUED = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*/y
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y
const OTHER = /[^ \t\r\n]{1,20}/y

/** Where each row of `[row, …]` or of `{ "cases": [row, …] }` starts, in text that `JSON.parse` has accepted. */
export function jsonRowOffsets(text: string): number[] {
  let offsets: number[] = []
  let depth = 0
  let rowDepth = -1
  let string = ''
  let key = ''
  for (const { kind, start, end } of jsonTokens(text)) {
    const startsValue = kind === '{' || kind === '[' || kind === 'string' || kind === 'scalar'
    if (startsValue && depth === rowDepth) offsets.push(start)
    if (kind === 'string') string = text.slice(start, end)
    if (kind === ':' && depth === 1) key = string
    if (kind === '[' && (depth === 0 || (depth === 1 && rowDepth !== 1 && JSON.parse(key) === 'cases'))) {
      offsets = []
      rowDepth = depth + 1
    }
    if (kind === '{' || kind === '[') depth += 1
    if (kind === '}' || kind === ']') {
      if (depth === rowDepth) rowDepth = -1
      depth -= 1
    }
  }
  return offsets
}

/** The first thing that makes `text` no JSON; `undefined` where it is JSON. */
export function jsonSyntaxError(text: string): { offset: number; message: string } | undefined {
  const open: ('{' | '[')[] = []
  let wanted: Wanted = 'a value'
  for (const token of jsonTokens(text)) {
    const next = step(token.kind, wanted, open)
    if (next === 'done') return undefined
    if (next === undefined)
      return { offset: token.start, message: `expected ${named(wanted, open)}, got ${got(text, token)}` }
    wanted = next
  }
  return undefined
}

/** What may follow; `undefined` where the token is not what was wanted. */
function step(kind: Token['kind'], wanted: Wanted, open: ('{' | '[')[]): Wanted | 'done' | undefined {
  const wantsValue = wanted === 'a value' || wanted === 'a value or `]`'
  const wantsName = wanted === 'a name in quotes' || wanted === 'a name in quotes or `}`'
  const afterValue = (): Wanted => (open.length === 0 ? 'nothing more' : '`,`')
  switch (kind) {
    case '{':
    case '[':
      if (!wantsValue) return undefined
      open.push(kind)
      return kind === '{' ? 'a name in quotes or `}`' : 'a value or `]`'
    case '}':
    case ']':
      if (open.at(-1) !== (kind === '}' ? '{' : '[')) return undefined
      if (wanted !== '`,`' && wanted !== 'a name in quotes or `}`' && wanted !== 'a value or `]`') return undefined
      open.pop()
      return afterValue()
    case ',':
      if (wanted !== '`,`') return undefined
      return open.at(-1) === '{' ? 'a name in quotes' : 'a value'
    case ':':
      return wanted === '`:`' ? 'a value' : undefined
    case 'string':
      if (wantsName) return '`:`'
      return wantsValue ? afterValue() : undefined
    case 'scalar':
      return wantsValue ? afterValue() : undefined
    case 'end':
      return wanted === 'nothing more' ? 'done' : undefined
    case 'other':
      return undefined
  }
}

function named(wanted: Wanted, open: ('{' | '[')[]): string {
  return wanted === '`,`' ? `\`,\` or \`${open.at(-1) === '{' ? '}' : ']'}\`` : wanted
}

function got(text: string, { kind, start, end }: Token): string {
  if (kind === 'end') return 'the end'
  const found = text.slice(start, end)
  if (/^(?:\/[/*]|#)/.test(found)) return `${JSON.stringify(found)}; JSON has no comments`
  if (kind === 'other' && found.startsWith('"'))
    return `${found}, a text that is not closed or not escaped as JSON asks`
  return kind === 'other' ? found : `\`${found.length > 20 ? `${found.slice(0, 19)}…` : found}\``
}

function* jsonTokens(text: string): Generator<Token> {
  let at = 0
  for (;;) {
    const start = matchEnd(SPACE, text, at) ?? at
    const first = text[start]
    if (first === undefined) {
      yield { kind: 'end', start, end: start }
      return
    }
    const token = tokenAt(text, start, first)
    yield token
    at = token.end
  }
}

function tokenAt(text: string, start: number, first: string): Token {
  if (first === '{' || first === '}' || first === '[' || first === ']' || first === ':' || first === ',') {
    return { kind: first, start, end: start + 1 }
  }
  const end = first === '"' ? stringEnd(text, start) : matchEnd(SCALAR, text, start)
  if (end !== undefined) return { kind: first === '"' ? 'string' : 'scalar', start, end }
  return { kind: 'other', start, end: matchEnd(OTHER, text, start) ?? start + 1 }
}

function stringEnd(text: string, start: number): number | undefined {
  let at = matchEnd(STRING, text, start)
  while (at !== undefined && text[at] !== '"') at = matchEnd(STRING_CONTINUED, text, at)
  return at === undefined ? undefined : at + 1
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
