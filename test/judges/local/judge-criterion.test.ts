import { expect, test } from 'vitest'
import type { Check } from '../../../src/judges/judge.js'
import { judgeCriterion } from '../../../src/judges/local/judge-criterion.js'
import { localTools } from '../../support/local-tools.js'

const judge = (reply: string, check?: Check) =>
  judgeCriterion(
    { metric: 'criterion', reply, criterion: 'names the order', ...(check !== undefined && { check }) },
    localTools(),
  )

test('scores by the check', async () => {
  expect(await judge('Order 12345 is packed.', { mentions: '12345' })).toEqual({
    value: 1,
    rationale: 'Met: mentions "12345".',
  })
  expect(await judge('It is packed.', { mentions: '12345' })).toEqual({
    value: 0,
    rationale: 'Not met: does not mention "12345".',
  })
})

test('declines without a check, and where the check cannot tell', async () => {
  expect(await judge('It is packed.')).toMatchObject({
    value: null,
    declined: expect.stringContaining('Give it a check') as string,
  })
  expect(await judge('OK', { language: 'de' })).toMatchObject({
    value: null,
    declined: expect.stringContaining('The check cannot tell') as string,
  })
})

test('throws for a check that means nothing', async () => {
  await expect(judge('x', { mentions: [] })).rejects.toThrow('criterion "names the order": expected texts to mention')
})
