/** Letters that have no decomposition, and what they are written as where the keyboard lacks them. */
const plainLetters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' }

/**
 * Text for comparing, never for showing: lower case, one form of every character, Latin letters without their accents,
 * straight quotation marks, and the same hyphen for all. Other scripts keep their marks, which are letters there.
 *
 * @example
 * normalizeText('Zürich – CAFÉ №５') // 'zurich – cafe  5'
 */
export function normalizeText(text: string): string {
  return text
    .replace(/[™®©℠№]/g, ' ')
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010\u2011\u00ad]/g, '-')
}
