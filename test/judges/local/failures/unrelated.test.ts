import { beforeAll, expect, test } from 'vitest'
import { Meanings } from '../../../../src/encoder/meanings.js'
import { unrelated } from '../../../../src/judges/local/failures/unrelated.js'

let meanings: Meanings

beforeAll(async () => {
  meanings = await Meanings.load()
})

const of = async (input: string, reply: string) =>
  unrelated(await meanings.of(input), await meanings.of(reply), meanings.words)

test('a reply to somebody else is likelier unrelated than an answer in other words', async () => {
  const message = 'I need to see a dentist.'
  const elsewhere = (await of(message, 'The film has English subtitles, and the actors sing in it.')) ?? 0
  const answer = (await of(message, 'Which tooth aches? The clinic has an appointment for you tomorrow.')) ?? 0
  expect(elsewhere).toBeGreaterThan(0.93)
  expect(answer).toBeLessThan(0.5)
})

test('nothing is told where one has no word of its own, or both share one', async () => {
  expect(await of('Great, book it.', 'The film has English subtitles.')).toBeUndefined()
  expect(await of('I need to see a dentist.', 'Done!')).toBeUndefined()
  expect(await of('I need to see a dentist.', 'Our dentist loves films with subtitles.')).toBeUndefined()
})
