const commonWords = {
  de: 'ich mein meine meiner ist wo wie was nicht und der die das ein eine bitte habe haben kann seit mit für auf wann bestellung',
  es: 'el la los las mi es donde dónde cuánto cuanto cuesta qué que por favor quiero cuando está para una pedido hola envío no',
  fr: 'je le la les mon ma est où comment voudrais bonjour un une pas quand mes des vous avez commande combien pour',
  en: 'i my is where how what not and the a please have can you for to on when do does it an of',
}

export type Language = keyof typeof commonWords

const lists = Object.entries(commonWords).map(
  ([language, words]) => [language as Language, new Set(words.split(' '))] as const,
)

/** English unless at least two common words, and more than in English, say otherwise. */
export function recogniseLanguage(message: string): Language {
  const words = message.toLowerCase().match(/\p{L}+/gu) ?? []
  let best: Language = 'en'
  let most = Math.max(1, words.filter((word) => lists.at(-1)![1].has(word)).length)
  for (const [language, list] of lists) {
    const count = words.filter((word) => list.has(word)).length
    if (count > most) [best, most] = [language, count]
  }
  return best
}
