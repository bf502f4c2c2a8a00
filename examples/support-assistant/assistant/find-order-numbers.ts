/** Five digits, perhaps written `48 213`; with `#` or `order` before it any other count of digits is meant as one, too. */
const written = /(?<![\d€$£.,-])(\d{2} \d{3}|\d{5})(?!\d|[.,]\d|\s*[%€$£]|\s*(?:km|mm|cm|miles|euros?|g|kg)\b)/g
const announced = /(?:#|\border (?:number|no\.?) (?:is )?|\border #?)(\d{3,10})(?!\d)/gi

/** `to 10115 Berlin` is a postcode. */
const postcode = /\b(?:to|in|at)\s+\d{5}\s+\p{Lu}/gu

export function findOrderNumbers(message: string): string[] {
  const text = message.replace(postcode, ' ')
  const found = [...text.matchAll(announced), ...text.matchAll(written)].map((match) => match[1]!.replace(' ', ''))
  return [...new Set(found)]
}
