/** The known word that an unknown one was probably meant to be, or the word itself. */
export function correctTypo(word: string, vocabulary: ReadonlySet<string>): string {
  if (vocabulary.has(word) || word.length < 4 || /\d/.test(word)) return word
  const allowed = word.length < 8 ? 1 : 2
  let best = word
  let fewest = allowed + 1
  for (const known of vocabulary) {
    if (known.length < 4 || !known.startsWith(word.charAt(0)) || Math.abs(known.length - word.length) > allowed)
      continue
    const edits = editDistance(word, known)
    if (edits < fewest) [best, fewest] = [known, edits]
  }
  return best
}

/** Insertions, deletions, substitutions and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const substitution = last[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      let edits = Math.min(last[column]! + 1, current[column - 1]! + 1, substitution)
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        edits = Math.min(edits, beforeLast[column - 2]! + 1)
      }
      current.push(edits)
    }
    ;[beforeLast, last] = [last, current]
  }
  return last[b.length]!
}
