/** A block of code that nobody closed goes on to the end. */
const codeBlock = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)/g

const inlineCode = /`[^`\n]{1,300}`/g

/** What is no word: addresses, paths, tags, formulas. */
const notProse = /[@/\\<>{}=_|^]|\w\(|\)\w/

/** A text without its code, addresses, paths and formulas: line by line, what is left of each word by word. Linear. */
export function proseOf(text: string): string {
  return withoutCode(text)
    .split('\n')
    .map((line) =>
      line
        .split(/\s+/)
        .filter((word) => !notProse.test(word))
        .join(' '),
    )
    .join('\n')
}

/** @internal */
export function withoutCode(text: string): string {
  return text.replace(codeBlock, '\n').replace(inlineCode, ' … ')
}
