/** Digits in groups of three, or without groups, and perhaps a decimal part. Comma decimals have one or two digits. */
const numeral =
  /^(?:(?<integer>\d{1,3}(?:(?<separator>[,.'])\d{3}(?:\k<separator>\d{3})*))(?<fraction>[.,]\d+)?|(?<plain>\d+)(?<plainFraction>\.\d+|,\d{1,2})?)$/

/**
 * What a numeral may stand for, each in one canonical form, as a string so that long numbers keep all their digits.
 * Only a dot before exactly three digits leaves two readings; what is no numeral has none.
 *
 * @example
 * canonicalNumbers('1,234.50') // ['1234.5']
 * canonicalNumbers('1.234')    // ['1234', '1.234']
 * canonicalNumbers('007')      // ['7']
 * canonicalNumbers('AB12')     // []
 */
export function canonicalNumbers(text: string): string[] {
  const groups = numeral.exec(text)?.groups
  if (groups === undefined) return []
  const { integer, separator, fraction, plain, plainFraction } = groups
  if (integer === undefined) return [canonical(plain ?? '', plainFraction)]
  // 1,234,567 then .5: the same mark cannot both group and begin the decimals.
  if (fraction?.startsWith(separator ?? '') === true) return []
  const grouped = canonical(integer.replace(/\D/g, ''), fraction)
  const couldBeDecimal = separator === '.' && fraction === undefined && integer.split('.').length === 2
  return couldBeDecimal ? [grouped, canonical(...(integer.split('.') as [string, string]))] : [grouped]
}

function canonical(integer: string, fraction = ''): string {
  const decimals = fraction.replace(/^[.,]/, '').replace(/0+$/, '')
  const digits = integer.replace(/^0+(?=\d)/, '')
  return decimals === '' ? digits : `${digits}.${decimals}`
}
