import { beforeAll, describe, expect, test } from 'vitest'
import { Meanings, type Meaning } from '../../../../src/encoder/meanings.js'
import { readIntent } from '../../../../src/judges/local/intent/intent-evidence.js'
import type { IntentInQuestion } from '../../../../src/judges/local/intent/intent-in-question.js'
import type { IntentLikelihood } from '../../../../src/judges/local/intent/intent-likelihood.js'
import { intentVerdict } from '../../../../src/judges/local/intent/intent-verdict.js'

let meanings: Meanings
let text: Meaning
let byLabel: IntentInQuestion
let byExamples: IntentInQuestion

beforeAll(async () => {
  meanings = await Meanings.load()
  text = await meanings.of('The refund for your parcel was issued to your bank account.')
  byLabel = { ...(await readIntent({ intent: 'refund_issued' }, meanings)), areMessages: false, rivals: [] }
  const known = { intent: 'refund_issued', examples: ['We refunded the price of your order.'] }
  byExamples = { ...(await readIntent(known, meanings)), areMessages: false, rivals: [] }
})

function verdict(likelihood: IntentLikelihood, intent: IntentInQuestion, isGeneric = false) {
  return intentVerdict({ text, likelihood }, intent, { isGeneric, meanings })
}

describe('by the label', () => {
  test('passes if it is likely and every word is said', async () => {
    expect(verdict({ probability: 1, byLabel: 1 }, byLabel)).toEqual({ verdict: 'passed', surety: 1 })
    expect(verdict({ probability: 0.94, byLabel: 0.94 }, byLabel).verdict).toBe('undecided')
    const sibling = { ...byLabel, ...(await readIntent({ intent: 'refund_denied' }, meanings)) }
    expect(verdict({ probability: 1, byLabel: 1 }, sibling).verdict).toBe('undecided')
  })

  test('never fails', () => {
    expect(verdict({ probability: 0, byLabel: 0 }, byLabel).verdict).toBe('undecided')
  })
})

describe('by examples', () => {
  test('passes, fails or neither, by the likelihood', () => {
    expect(verdict({ probability: 0.95, byLabel: 0.5 }, byExamples).verdict).toBe('passed')
    expect(verdict({ probability: 0.5, byLabel: 0.1 }, byExamples).verdict).toBe('undecided')
    expect(verdict({ probability: 0.03, byLabel: 0.1 }, byExamples)).toEqual({ verdict: 'failed', doubt: 1 })
  })

  test('does not fail what the label speaks for', () => {
    expect(verdict({ probability: 0.02, byLabel: 0.4 }, byExamples).verdict).toBe('undecided')
    expect(verdict({ probability: 0.001, byLabel: 0.9 }, byExamples).verdict).toBe('undecided')
  })

  test('does not pass what would fit any message', () => {
    expect(verdict({ probability: 1, byLabel: 1 }, byExamples, true).verdict).toBe('undecided')
    expect(verdict({ probability: 0.09, byLabel: 1 }, byExamples, true).verdict).toBe('failed')
  })

  test('wants more of a text of one telling word', async () => {
    const short = await meanings.of('In what city?')
    const judged = (probability: number) =>
      intentVerdict({ text: short, likelihood: { probability, byLabel: 0.5 } }, byExamples, {
        isGeneric: false,
        meanings,
      })
    expect(judged(0.98).verdict).toBe('undecided')
    expect(judged(0.99).verdict).toBe('passed')
  })
})

describe('beside alternatives', () => {
  const rivalled = async (name: string) => ({
    ...byLabel,
    rivals: [{ name, label: (await readIntent({ intent: name }, meanings)).label }],
  })

  test('fails what is unlikely where another fits, and only there', async () => {
    const intent = await rivalled('parcel')
    const likelihood = (byLabel: number) => ({ probability: 0.1, byLabel: 0.5, rival: { name: 'parcel', byLabel } })
    expect(verdict(likelihood(0.99), intent).verdict).toBe('failed')
    expect(verdict(likelihood(0.5), intent).verdict).toBe('undecided')
  })

  test('leaves open what another label says as well, unless it says nothing beyond this one', async () => {
    const likelihood = (name: string) => ({ probability: 1, byLabel: 1, rival: { name, byLabel: 0.99 } })
    expect(verdict(likelihood('parcel'), await rivalled('parcel')).verdict).toBe('undecided')
    expect(verdict(likelihood('refund'), await rivalled('refund')).verdict).toBe('passed')
  })
})
