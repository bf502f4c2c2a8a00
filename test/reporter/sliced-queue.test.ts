import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SlicedQueue } from '../../src/reporter/sliced-queue.js'

function queueOf(perTurn: number) {
  const done: number[] = []
  const queue = new SlicedQueue<number>((item) => done.push(item), perTurn)
  return { done, queue }
}

test('nothing is done at once, and then so many a turn, in order', async () => {
  const { done, queue } = queueOf(2)
  for (let item = 1; item <= 5; item++) queue.add(item)
  expect(done).toEqual([])
  await nextTurn()
  expect(done).toEqual([1, 2])
  await nextTurn()
  expect(done).toEqual([1, 2, 3, 4])
  queue.add(6)
  await nextTurn()
  await nextTurn()
  expect(done).toEqual([1, 2, 3, 4, 5, 6])
})

test('what waits can be done now, and is not done again', async () => {
  const { done, queue } = queueOf(2)
  for (let item = 1; item <= 5; item++) queue.add(item)
  await nextTurn()
  queue.drain()
  expect(done).toEqual([1, 2, 3, 4, 5])
  await nextTurn()
  queue.drain()
  expect(done).toEqual([1, 2, 3, 4, 5])
})
