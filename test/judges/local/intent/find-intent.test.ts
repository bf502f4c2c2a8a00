import { beforeAll, expect, test } from 'vitest'
import { Meanings } from '../../../../src/encoder/meanings.js'
import { findIntent } from '../../../../src/judges/local/intent/find-intent.js'
import { intentCoefficients } from '../../../../src/judges/local/intent/intent-coefficients.js'
import { readIntent } from '../../../../src/judges/local/intent/intent-evidence.js'
import type { IntentInQuestion } from '../../../../src/judges/local/intent/intent-in-question.js'

let meanings: Meanings
let intent: IntentInQuestion

beforeAll(async () => {
  meanings = await Meanings.load()
  intent = { ...(await readIntent({ intent: 'refund_issued' }, meanings)), areMessages: false, rivals: [] }
})

const find = (sentences: string[]) => findIntent(sentences, intent, { meanings, coefficients: intentCoefficients })

const filler = Array.from({ length: 30 }, (_, day) => `On day ${day} of the month the weather may well be fine.`)

test('of several sentences the one that has it, if it is likelier than the whole', async () => {
  const sentence = 'The courier lost your parcel, and a refund was issued.'
  const { text, isPart, likelihood } = await find([...filler, sentence])
  expect({ text: text.text, isPart }).toEqual({ text: sentence, isPart: true })
  expect(likelihood.probability).toBeGreaterThan(0.9)
})

test('a sentence with next to no words of its own does not stand alone', async () => {
  const { text, isPart } = await find([...filler, 'Refund it.'])
  expect(isPart && text.text === 'Refund it.').toBe(false)
})

test('a single sentence is the whole', async () => {
  expect((await find(['The refund was issued.'])).isPart).toBe(false)
})
