/** English numerals in words, in lower case. Without `one`, which is a pronoun more often than not. */
export const numberWords: ReadonlySet<string> = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand'
  ).split(' '),
)
