import { expect, test } from 'vitest'
import { readContacts, samePhone } from '../../../src/judges/entities/read-contacts.js'

test.each([
  '415-555-0132',
  '(415) 555-0132',
  '1-800-555-0199',
  '+1 602-555-0147',
  '+41 44 668 18 00',
  '044 668 18 00',
  '020 7946 0958',
  '555-0199',
])('%j is a telephone number', (number) => {
  const text = `Call.${number}, please`
  expect(readContacts(text).phones.map(({ at, end }) => text.slice(at, end))).toEqual([number])
})

test.each(['2019-03-04', '12345678', '1,234,567', 'AB-415-555-0132-1', '3-5', '+5', '100 200 300'])(
  '%j is none',
  (text) => expect(readContacts(text).phones).toEqual([]),
)

test.each([
  ['16025550147', '6025550147', true],
  ['41446681800', '0446681800', true],
  ['6025550147', '6025550148', false],
  ['5550199', '4155550199', false],
])('%s and %s: %s', (a, b, same) => {
  expect(samePhone(a, b)).toBe(same)
  expect(samePhone(b, a)).toBe(same)
})

test('reads addresses of mail and of the web', () => {
  const { emails, webAddresses } = readContacts(
    'Mail Ann.Lee@Mail.Bern.example. See https://bern.example/5?a=6, or www.bern.example',
  )
  expect(emails.map(({ address }) => address)).toEqual(['ann.lee@mail.bern.example'])
  expect(webAddresses).toHaveLength(2)
})
