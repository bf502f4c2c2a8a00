/** Words that say nothing of what a question is about. */
const functionWords = new Set(
  `a about after afterwards again all also am an and any are as at be been but by can could did do does done for
  from get gets give go goes going got had has have he her him his how i if in instead is it its just let like me
  might more my need no not now of off on one or our out over please really she should so some still such than
  that the their them then there these they this those to too up us very was we were what when where which while
  who will with would yes yet you your`.split(/\s+/),
)

export function tokens(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\d]+/gu) ?? []
  )
}

export function isFunctionWord(word: string): boolean {
  return functionWords.has(word)
}

/** Enough of a stemmer for one shop's vocabulary: plural, -ing, -ed, doubled consonant, final e. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<![su])s$/, '')
    .replace(/(?<=[aeiouy].*)(ing|ed)$/, '')
    .replace(/([bdgmnprtl])\1$/, '$1')
    .replace(/(?<=.{3})e$/, '')
}
