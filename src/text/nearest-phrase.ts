import type { Token } from './tokenize.js'

/** Beyond it a hint is not worth its time. */
const MOST_TOKENS = 2_000

/** Below it the nearest is so far off that naming it would only confuse. */
const LEAST_SIMILARITY = 0.4

/**
 * The stretch of a text, of as many tokens as `phrase`, that looks most like it by shared pairs of letters (Dice), or
 * `undefined` if nothing does. A hint for people, not a match. Looks at the first 2,000 tokens.
 */
export function nearestPhrase(tokens: readonly Token[], phrase: readonly Token[]): string | undefined {
  const start = nearestStretch(tokens, phrase)
  return start === undefined ? undefined : textOf(tokens.slice(start, start + phrase.length))
}

/** Where that stretch begins. */
export function nearestStretch(
  tokens: readonly Pick<Token, 'text'>[],
  phrase: readonly Pick<Token, 'text'>[],
): number | undefined {
  const wanted = pairs(textOf(phrase))
  let best: number | undefined
  let bestSimilarity = LEAST_SIMILARITY
  const last = Math.min(tokens.length, MOST_TOKENS) - phrase.length
  for (let start = 0; start <= last; start++) {
    const candidate = textOf(tokens.slice(start, start + phrase.length))
    const similarity = dice(pairs(candidate), wanted)
    if (similarity > bestSimilarity) {
      best = start
      bestSimilarity = similarity
    }
  }
  return best
}

function textOf(tokens: readonly Pick<Token, 'text'>[]): string {
  return tokens.map((token) => token.text).join(' ')
}

function pairs(text: string): Set<string> {
  const padded = ` ${text} `
  const found = new Set<string>()
  for (let at = 0; at + 1 < padded.length; at++) found.add(padded.slice(at, at + 2))
  return found
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
