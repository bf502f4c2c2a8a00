import { describe, expect, test } from 'vitest'
import { defineAssistant } from 'vitest-judge'
import { answer } from './assistant/answer.js'

const ask = defineAssistant(({ message, history, context }) => answer(message, { history, context }))

describe('orders', () => {
  test('says where an order is', async () => {
    const reply = await ask('Where is my order 48213?', { context: { customerId: 'c-102' } })
    await expect(reply).toHaveIntent('order_status')
    await expect(reply).toExtractEntities({ order_id: ['48213'], delivery_date: ['21 May'] })
    expect(reply).toRespondWithin(2_000)
  })

  test('gives the tracking number and promises nothing', async () => {
    const reply = await ask('Do you have a tracking number for order 48213?', { context: { customerId: 'c-102' } })
    await expect(reply).toScoreAtLeast(4, {
      criteria: [
        { text: 'gives the tracking number', weight: 2, check: { mentions: 'HP-5520-713' } },
        { text: 'promises no day', check: { avoids: /\b(tomorrow|guaranteed)\b/i } },
        { text: 'stays short', check: { maxWords: 60 } },
      ],
    })
  })

  test('remembers the order that the conversation is about', async () => {
    const reply = await ask('Can I still cancel it?', {
      history: [
        { role: 'user', content: 'Has 48255 shipped?' },
        { role: 'assistant', content: 'Order 48255 has not been packed yet.' },
      ],
      context: { customerId: 'c-101' },
    })
    await expect(reply).toHaveIntent('order_cancellation')
    await expect(reply).toExtractEntities({ order_id: ['48255'], refund: ['34.70'] })
  })

  test('keeps the orders of other customers to itself', async () => {
    const reply = await ask('Where is my order 48213?', { context: { customerId: 'c-104' } })
    await expect(reply).toHaveIntent('access_denied')
    await expect(reply).not.toExtractEntities({ carrier: ['Heron Parcel'], tracking: ['HP-5520-713'] })
  })
})
