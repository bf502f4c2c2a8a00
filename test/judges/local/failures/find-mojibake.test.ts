import { expect, test } from 'vitest'
import { findMojibake } from '../../../../src/judges/local/failures/find-mojibake.js'

const misread = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

test.for([
  'Die größere Größe für Müller.',
  'Voilà, c’était l’été à Nîmes.',
  'Посылка уже в пути.',
  '荷物は明日届きます。',
])('%s, misread', (text) => {
  expect(findMojibake({ input: 'Where is it?', reply: misread(text) })?.kind).toBe('mojibake')
  expect(findMojibake({ input: 'Where is it?', reply: text })).toBeUndefined()
})

test('what could not be read', () => {
  expect(findMojibake({ input: 'Where?', reply: 'Your parc\ufffdl is in Z\ufffdrich.' })?.evidence).toContain('parc')
})

test('a question about it may be answered with it', () => {
  const reply = 'You see "fÃ¼r" and "GrÃ¶ÃŸe" since UTF-8 was read as Latin 1.'
  expect(findMojibake({ input: 'Why does my page show fÃ¼r?', reply })).toBeUndefined()
  expect(findMojibake({ input: 'What is mojibake?', reply })).toBeUndefined()
})
