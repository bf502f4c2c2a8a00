/** ISO 4217 codes, and the words and signs that are said for them. `$` and "dollars" are US dollars unless the text says otherwise. */
const words: Record<string, string> = Object.fromEntries(
  [
    'usd $ us$ dollar dollars buck bucks',
    'eur € euro euros',
    'gbp £ pound pounds quid',
    'jpy ¥ yen',
    'inr ₹ rupee rupees',
    'chf franc francs franken',
    'cad c$ ca$',
    'aud a$ au$',
    'nzd nz$',
    'hkd hk$',
    'sgd s$ sg$',
    'brl r$ reais',
    'mxn pesos peso',
    'cny yuan renminbi',
    'krw ₩ won',
    'sek',
    'nok',
    'dkk',
    'pln zloty',
    'czk',
    'huf forint',
    'zar rand',
    'try lira',
    'ils ₪ shekel shekels',
    'thb baht',
    'rub ₽ rubles',
    'uah ₴',
    'aed',
    'sar',
  ].flatMap((line) => {
    const [code = '', ...others] = line.split(' ')
    return [code, ...others].map((word) => [word, code])
  }),
)

/** Words that mean money only where it is plain from elsewhere: "try 5", "won 5". */
const onlyAfter = new Set(['won', 'try', 'rand', 'pound', 'peso', 'franc', 'buck', 'dollar'])

/** What may stand before an amount: a sign, perhaps with letters before it, or a code. */
export const currencyBefore =
  /(?:(?<![\p{L}\p{N}])(?:US|CA|AU|NZ|HK|SG|[CASR]))?[$€£¥₹₩₪₽₴]|(?<![\p{L}\p{N}])[A-Za-z]{3}(?=[ \u00a0\u202f]{0,2}$)/u

/** The ISO 4217 code, in lower case, of a sign, a code or a word beside an amount; `undefined` for any other. */
export function currencyCode(text: string, side: 'before' | 'after'): string | undefined {
  const word = text.toLowerCase()
  if (!Object.hasOwn(words, word)) return undefined
  if (side === 'before' && (onlyAfter.has(word) || (word.length > 3 && /^\p{L}+$/u.test(word)))) return undefined
  if (side === 'after' && word === 'try' && text !== 'TRY') return undefined
  return words[word]
}
