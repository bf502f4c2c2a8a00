import { cohort } from './cohort.mjs'

const openings = [
  'Hi there,',
  'I am so sorry to hear that.',
  'Thanks for waiting!',
  'Order #48213 (placed on 2026-03-14):',
  'No worries,',
  'Just one question:',
  'As I said before,',
]

const odd = [
  '',
  ' ',
  'a',
  'OK',
  '42',
  'Yes.',
  '…',
  'ＦＵＬＬ ｗｉｄｔｈ',
  'naïve café, déjà vu',
  'Straße, Übergröße',
  'どこですか',
  'Привет, как дела?',
  '🙂🙂 thanks 🙂',
  'http://example.org/a?b=c&d=e#f',
  'SELECT * FROM orders WHERE id = 7;',
  'don’t — won’t – can’t',
  'line one\nline two\n\nline three',
  'tabs\tand   many     spaces ',
  'x'.repeat(300),
  'supercalifragilisticexpialidocious antidisestablishmentarianism',
  `${'The parcel is on its way. '.repeat(40)}`,
  '"quoted" (and bracketed) [text] {here} <there>',
  '$1,299.99 plus 7.5 % tax on 5/6/2026 at 10:30 a.m.',
  'ALL CAPITALS ARE SHOUTED',
]

/** More than 500 texts of our own, plain and odd, on which two implementations of the encoder are compared. */
export const referenceTexts = [
  ...cohort,
  ...cohort.flatMap((text, index) => [
    `${openings[index % openings.length]} ${text}`,
    `${text} ${openings[(index + 3) % openings.length]}`,
  ]),
  ...odd,
]
