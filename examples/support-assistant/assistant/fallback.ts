import { recogniseLanguage } from './recognise-language.js'
import { isFunctionWord, tokens } from './words.js'

/** What to say to a message without words. */
export function askForWords(message: string): string | undefined {
  if (message.trim() === '') return 'Your message was empty. What can I help you with?'
  if (/\p{Extended_Pictographic}/u.test(message) && tokens(message).length === 0) {
    return 'I am sorry, I cannot tell from an emoji what is the matter. Could you tell me in a few words what you need?'
  }
  if (tokens(message).length === 0) return 'I did not understand that. Could you tell me in a few words what you need?'
  return undefined
}

const otherLanguages = {
  de: 'Leider können wir Ihnen hier nur auf Englisch helfen, bitte schreiben Sie uns Ihre Frage auf Englisch.',
  es: 'Lo sentimos, aquí solo podemos ayudarle en inglés; por favor, escríbanos su pregunta en inglés.',
  fr: 'Nous sommes désolés, nous ne pouvons vous aider ici qu’en anglais ; merci de poser votre question en anglais.',
}

/** One sentence in the customer's language, if that is not English. */
export function answerInOtherLanguage(message: string): string | undefined {
  const language = recogniseLanguage(message)
  return language === 'en' ? undefined : otherLanguages[language]
}

/** What to say when no topic matches: English is none of our business, anything else is nonsense. */
export function notUnderstood(message: string): string {
  return tokens(message).some(isFunctionWord)
    ? 'I am sorry, that is outside what I know. I can only help with orders, parts and our shop.'
    : 'I am sorry, I did not understand that. Could you put your question in other words?'
}
