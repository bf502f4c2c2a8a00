import { foreign, leaks, refusals } from './failure-texts.mjs'
import { shuffled } from './shuffled.mjs'

const pick = (list, random) => list[Math.floor(random() * list.length)]
const many = (count, make) => Array.from({ length: count }, (_, at) => make(at))
const between = (low, high, random) => low + Math.floor(random() * (high - low + 1))
const letters = (count, alphabet, random) => many(count, () => pick([...alphabet], random)).join('')

/** Kinds by name, each a list of functions of a good row `{ input, text, others }` and `random` to the reply that takes its place. */
export const corruptions = {
  gibberish: [
    (_, random) =>
      many(between(3, 20, random), () => letters(between(2, 10, random), 'abcdefghijklmnopqrstuvwxyz', random)).join(
        ' ',
      ),
    (_, random) =>
      many(between(2, 8, random), () =>
        pick(['asdf', 'jkl;', 'asdfgh', 'qwerty', 'lkjh', 'dfgh', 'zxcv', 'uiop', 'hjkl', 'fdsa'], random),
      ).join(''),
    (_, random) =>
      many(between(6, 14, random), () => letters(between(4, 9, random), 'abcdefgh0123456789', random)).join(' '),
    (_, random) => many(between(20, 60, random), () => pick([...'#@!%&*$^~?;{}[]|<>'], random)).join(''),
    ({ text }, random) =>
      text
        .split(/\s+/)
        .map((word) => shuffled([...word], random).join(''))
        .join('') + letters(20, 'bcdfghjklmnpqrstvwxz', random),
  ],
  mojibake: [
    () =>
      Buffer.from('Gerne! Ihre Bestellung ist für morgen, den größeren Saal können Sie wählen.', 'utf8').toString(
        'latin1',
      ),
    () => 'Sure, weâ€™ll send it to you â€“ itâ€™s â€œon the wayâ€\u009d.',
    () => 'Your tick\ufffdts ar\ufffd r\ufffdady for you at th\ufffd d\ufffdsk.',
  ],
  salad: [
    ({ text, others }, random) =>
      shuffled([text, ...others].join(' ').split(/\s+/), random)
        .slice(0, 30)
        .join(' '),
    ({ text, others }, random) =>
      `${shuffled(
        [text, ...others]
          .join(' ')
          .toLowerCase()
          .replace(/[.,!?]/g, '')
          .split(/\s+/),
        random,
      )
        .slice(0, 24)
        .join(' ')}.`,
  ],
  echo: [
    ({ input }) => input,
    ({ input }) => input.toLowerCase().replace(/[.,!?]/g, ''),
    ({ input }) => `User: ${input}`,
    ({ input }) => `${input} ${input}`,
  ],
  refusal: refusals.map((text) => () => text),
  repetition: [
    ({ text }) => many(4, () => text).join(' '),
    ({ text }) => `${text} ${many(20, () => text.split(/\s+/).slice(-4).join(' ')).join(' ')}`,
    ({ text }) => many(25, () => text.split(/\s+/)[0]).join(' '),
    () => many(14, () => 'Let me check that for you.').join('\n'),
    () => 'the '.repeat(60),
    () => `Yes${'s'.repeat(80)}`,
  ],
  language: foreign.map((text) => () => text),
  leak: leaks.map((text) => () => text),
  'off topic': [({ elsewhere }) => elsewhere],
}
