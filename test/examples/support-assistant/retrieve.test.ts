import { describe, expect, test } from 'vitest'
import { createRetrieval } from '../../../examples/support-assistant/assistant/retrieve.js'
import type { Topic } from '../../../examples/support-assistant/assistant/topic.js'

const topic = (id: string, ...asked: string[]): Topic => ({ id, asked, answer: '' })

const topics = [
  topic('shipping', 'how much is shipping', 'shipping costs'),
  topic('return', 'how do I return something'),
  topic('label', 'cost of a return label'),
]

const retrieve = createRetrieval(topics)
const find = (question: string) => retrieve(question)?.topic.id

describe('retrieval', () => {
  test('finds a topic in its own words, with a score near 1', () => {
    expect(find('how much is shipping')).toBe('shipping')
    expect(retrieve('return label cost')!.score).toBeGreaterThan(0.8)
  })

  test('a rare word says more than a common one', () => {
    expect(find('return label')).toBe('label')
    expect(find('return')).toBe('return')
  })

  test('sees through inflection and typos', () => {
    expect(find('Returning things')).toBe('return')
    expect(find('shiping')).toBe('shipping')
    expect(find('retrun somethnig')).toBe('return')
  })

  test('scores a question lower, the less of it is explained', () => {
    const whole = retrieve('shipping costs')!.score
    const half = retrieve('shipping zebras')!.score
    expect(half).toBeLessThan(whole)
    expect(find('zebras')).toBeUndefined()
    expect(find('')).toBeUndefined()
    expect(find('how do I')).toBeUndefined()
  })

  test('looks among some topics only', () => {
    expect(retrieve('return label', ({ id }) => id !== 'label')?.topic.id).toBe('return')
  })
})
