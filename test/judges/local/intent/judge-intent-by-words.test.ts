import { expect, test } from 'vitest'
import { judgeIntentByWords } from '../../../../src/judges/local/intent/judge-intent-by-words.js'

const examples = [
  'Ihre Bestellung ist unterwegs und kommt morgen an.',
  'Das Paket ist bei der Post und wird am Montag zugestellt.',
]
const judge = (reply: string) =>
  judgeIntentByWords({ metric: 'intent', input: 'Wo ist mein Paket?', reply, intent: 'order_status', examples }, 'de')

test('a reply that shares the words of an example passes', () => {
  const { value, rationale } = judge('Ihre Bestellung ist unterwegs und kommt am Freitag bei Ihnen an.')
  expect(value).toBeGreaterThanOrEqual(0.8)
  expect(rationale).toContain('unterwegs')
})

test('one that shares none fails, and in between it declines', () => {
  expect(judge('Unsere Werkstatt repariert alte Klaviere für die ganze Stadt.').value).toBeLessThanOrEqual(0.3)
  expect(judge('Das Paket war leider beschädigt und wir ersetzen es.').value).toBeNull()
})
