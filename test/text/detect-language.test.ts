import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectLanguage, knownLanguages } from '../../src/text/detect-language.js'

test.each([
  ['en', 'Your order is on its way.'],
  ['de', 'Ihre Bestellung ist unterwegs und kommt am Montag an.'],
  ['de', 'Guten Tag! Wie kann ich Ihnen helfen?'],
  ['fr', 'Votre commande est en route.'],
  ['es', 'Su pedido está en camino y llegará el lunes con nuestro transportista.'],
  ['es', 'Lo siento, no entiendo la pregunta.'],
  ['it', 'Il tuo ordine è in arrivo.'],
  ['pt', 'O seu pedido está a caminho.'],
  ['nl', 'Uw bestelling is onderweg.'],
  ['sv', 'Din order är på väg.'],
  ['pl', 'Twoje zamówienie jest w drodze.'],
  ['tr', 'Siparişiniz yolda ve yakında sizin olacak.'],
  ['ru', 'Ваш заказ в пути, вы получите его завтра.'],
  ['uk', 'Ваше замовлення вже їде до вас.'],
  ['ja', 'ご注文の Larch ホイールは発送されました。'],
  ['zh', '您的订单已发货。'],
  ['ko', '주문이 발송되었습니다.'],
  ['ar', 'طلبك في الطريق إليك'],
  ['el', 'Η παραγγελία σας είναι καθ’ οδόν.'],
])('%s: %s', (language, text) => expect(detectLanguage(text)).toBe(language))

test.each(['OK', 'Order 48213 shipped.', '12345', '', '🙂', 'Müller GmbH', 'Larch GX 29', '好'])(
  '%j could be any',
  (text) => expect(detectLanguage(text)).toBeNull(),
)

test('a foreign name or title does not change the language', () => {
  expect(detectLanguage('The Die Hard DVD in your cart was sent to Frau Müßig.')).toBe('en')
})

test('answers with null or a language that it knows, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const language = detectLanguage(text)
      expect(language === null || knownLanguages.has(language)).toBe(true)
    }),
  )
})
