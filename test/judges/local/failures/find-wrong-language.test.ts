import { describe, expect, test } from 'vitest'
import { findWrongLanguage } from '../../../../src/judges/local/failures/find-wrong-language.js'

const german = 'Ihr Paket ist in Bern und wird Ihnen morgen zwischen neun und zwölf Uhr gebracht.'
const english = 'Your parcel is in Bern, and you will have it tomorrow between nine and twelve.'
const find = (input: string, reply: string, more = {}) => findWrongLanguage({ input, reply, ...more })?.kind

test.for([
  ['Where is my parcel?', german],
  ['I want my parcel.', german],
  ['Wo ist denn mein Paket, und wann kommt es?', english],
  ['Where is my parcel?', 'Votre colis est à Berne et vous sera livré demain entre neuf heures et midi.'],
  ['Where is my parcel?', 'Ваша посылка уже в пути, и вы получите её завтра.'],
  ['荷物はどこにありますか？', english],
])('%s %s', ([input = '', reply = '']) => {
  expect(find(input, reply)).toBe('wrong-language')
})

describe('lets be', () => {
  test.for([
    ['Where is my parcel?', english],
    ['Wo ist denn mein Paket, und wann kommt es?', german],
    ['Say in German where my parcel is', german],
    ['Translate: your parcel is in Bern', german],
    ['parcel 12345', german],
    ['Where is my parcel?', 'Zürich.'],
    ['Which book was it?', 'It was "Der Besuch der alten Dame" by Dürrenmatt, and you can have it for 9 euros.'],
  ])('%s %s', ([input = '', reply = '']) => {
    expect(find(input, reply)).toBeUndefined()
  })

  test('the language of the reference', () => {
    expect(find('Where is my parcel?', german, { reference: 'Es ist in Bern und kommt morgen.' })).toBeUndefined()
  })
})
