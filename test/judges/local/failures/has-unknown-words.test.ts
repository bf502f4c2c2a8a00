import { beforeAll, describe, expect, test } from 'vitest'
import { WordVectors } from '../../../../src/encoder/word-vectors.js'
import { hasUnknownWords } from '../../../../src/judges/local/failures/has-unknown-words.js'

let words: WordVectors

beforeAll(async () => {
  words = await WordVectors.load()
})

const has = (reply: string, input = 'Where is my parcel?') => hasUnknownWords(input, reply, words)

test.for(['lamoke tirunda besoli kamprate vundo lerisa', 'ruoy lecrap si no sti yaw dna lliw evirra worromot'])(
  'letters that can be spoken and say nothing: %s',
  (reply) => {
    expect(has(reply)).toBe(true)
  },
)

describe('lets be', () => {
  test.for([
    ['English, misspelt', 'Yuor parcle is in Bern and will be with you tommorow aftrenoon.'],
    ['another language', 'Ihr Paket liegt beim Nachbarn und kann dort bis morgen abgeholt werden.'],
    ['names', 'Okafor, Lindqvist, Szczepanski, Bhattacharya and Thorsdottir have it.'],
    ['a list', 'amoxicillin, ciprofloxacin, doxycycline, azithromycin, clindamycin'],
    ['a few words', 'Shvarnik blip.'],
  ])('%s', ([, reply = '']) => {
    expect(has(reply)).toBe(false)
  })

  test('an answer to a message that is not English', () => {
    expect(has('lamoke tirunda besoli kamprate vundo lerisa', 'Missä pakettini viipyy?')).toBe(false)
  })

  test('an answer in a language that was asked for', () => {
    expect(has('lamoke tirunda besoli kamprate vundo lerisa', 'Say hello to me in Esperanto, please.')).toBe(false)
  })
})
