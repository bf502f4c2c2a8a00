import { shuffled } from './shuffled.mjs'

/**
 * Corruptions that were written before the detectors and are looked at by their total only. Each takes a good row `{ input, text, domain }`
 * and `random`, and gives the reply that takes its place.
 */

const refusals = [
  "That's not a thing I'm going to get into.",
  'I would rather not take this on, sorry.',
  "No, I'm not doing that.",
  'My apologies, however your question is one I have been told to leave unanswered.',
  "Sorry, this isn't within what I'm able to handle.",
  "I'm going to have to say no to this one. Is there anything else on your mind?",
  'As a virtual assistant I am not in a position to give you an answer to that.',
  'Unfortunately it is not possible for me to fulfil your request.',
  "I don't think I should be answering this. Please reach out to a human colleague.",
  'We do not provide help with such matters.',
  "I'm afraid I'll have to turn that request down.",
  'It would not be appropriate for me to respond to this. I hope you understand.',
  "Sorry — can't help you there.",
  'Thank you for your message, but requests like this one are outside of my remit.',
  'I am unable to process this. Kindly ask something different.',
]

const foreign = [
  'Natürlich, ich habe für Sie nachgesehen: Der nächste freie Termin ist am Dienstag um zehn Uhr, soll ich ihn eintragen?',
  'Avec plaisir, je vous envoie tout de suite la liste des possibilités pour votre demande et nous verrons ensemble.',
  'Claro que sí, lo he apuntado todo y le enviaremos la confirmación en cuanto esté lista para usted.',
  'Va bene, ho controllato e non ci sono problemi: la sua richiesta è stata inoltrata ai colleghi che le scriveranno presto.',
  'Конечно, я уже всё проверил, и вы получите письмо с подробностями сегодня вечером, если это вам подходит.',
  'かしこまりました。ご希望の内容で手続きを進めますので、少々お待ちください。',
  'Natuurlijk, ik heb het voor u nagekeken en er is nog een plek vrij, zal ik die voor u vastleggen?',
]

const leaks = [
  'Good morning {{ customer.first_name }}, your request has been received and is being handled.',
  'Hey ${firstName}! Thanks for writing, we will be back to you within ${sla} hours.',
  'Your appointment is on undefined at undefined. See you there!',
  'Dear [INSERT CUSTOMER NAME], thank you for your patience.',
  'The total for your booking comes to $NaN.',
  'Here is what I found: [object Object], [object Object].',
  'Traceback (most recent call last):\n  File "/srv/bot/handlers.py", line 88, in answer\n    slot = slots["city"]\nKeyError: \'city\'',
  "TypeError: Cannot read properties of null (reading 'slots')\n    at answer (/app/dist/bot.js:41:17)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
  'Exception in thread "main" java.lang.IllegalStateException: no session\n\tat com.example.bot.Session.get(Session.java:52)\n\tat com.example.bot.Main.main(Main.java:17)',
  '{"error":{"message":"Rate limit reached for requests","type":"requests","code":"rate_limit_exceeded"}}',
  '{"status": 500, "error": "Internal Server Error", "path": "/v2/chat"}',
  'Sure, I can help with that.<|im_end|>\n<|im_start|>user\n',
  'Of course! [/INST] What else would you like to know?',
  'Hi %(name)s, we have booked the table for %(people)d.',
  'Hello {first_name}, your order {order_id} is ready for collection.',
]

const pick = (list, random) => list[Math.floor(random() * list.length)]
const many = (count, make) => Array.from({ length: count }, (_, at) => make(at))
const between = (low, high, random) => low + Math.floor(random() * (high - low + 1))

const generators = {
  gibberish: [
    // Consonants and vowels by the letters' order on a typewriter, in sentences with full stops.
    (_, random) =>
      many(between(1, 3, random), () => {
        const words = many(between(4, 9, random), () =>
          many(between(3, 9, random), () => pick([...'qwertyuiopasdfghjklzxcvbnm'], random)).join(''),
        )
        return `${words.join(' ')}.`
      }).join(' '),
    // Fingers that lie on the keys.
    (_, random) =>
      many(between(2, 6, random), () => many(between(4, 12, random), () => pick([...'asdfjkl'], random)).join('')).join(
        ' ',
      ),
    // The letters of each word of the good reply, shifted along the alphabet.
    ({ text }) =>
      text.replace(/[a-z]/gi, (letter) =>
        String.fromCharCode(((letter.toLowerCase().charCodeAt(0) - 97 + 11) % 26) + 97),
      ),
  ],
  mojibake: [
    ({ text }) =>
      Buffer.from(`${text.replace(/[aeo]/g, (vowel) => ({ a: 'ä', e: 'é', o: 'ö' })[vowel])}`, 'utf8').toString(
        'latin1',
      ),
  ],
  salad: [
    // Words of three good replies, drawn without order.
    ({ text, others }, random) =>
      shuffled(
        [text, ...others]
          .join(' ')
          .toLowerCase()
          .replace(/[.,!?;:]/g, '')
          .split(/\s+/),
        random,
      )
        .slice(0, 28)
        .join(' '),
  ],
  echo: [
    ({ input }) => input,
    ({ input }) => input.toUpperCase(),
    ({ input }) => `"${input}"`,
    ({ input }) => `You said: ${input}`,
  ],
  refusal: refusals.map((text) => () => text),
  repetition: [
    ({ text }) => many(5, () => text).join(' '),
    ({ text }, random) => {
      const words = text.split(/\s+/)
      const at = Math.floor(random() * Math.max(1, words.length - 3))
      return `${words.slice(0, at).join(' ')} ${many(12, () => words.slice(at, at + 3).join(' ')).join(' ')}`
    },
    ({ text }, random) =>
      `${text} ${many(30, () => pick(['okay', 'please', 'sure'], () => 0)).join(' ')}${random() < 0.5 ? '.' : ''}`,
    ({ text }) => many(6, () => text).join('\n'),
  ],
  language: foreign.map((text) => () => text),
  leak: leaks.map((text) => () => text),
  'off topic': [({ elsewhere }) => elsewhere],
}

/** Kinds by name, each a list of generators. */
export const heldOutCorruptions = generators
