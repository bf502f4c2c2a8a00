import { expect, test } from 'vitest'
import { WaitClock } from '../../src/worker/wait-clock.js'

test('time counts once, however many questions wait in it', () => {
  let now = 0
  const clock = new WaitClock(() => now)
  now = 10
  clock.start()
  now = 20
  clock.start()
  now = 30
  clock.stop()
  now = 45
  expect(clock.ms).toBe(35)
  clock.stop()
  now = 100
  expect(clock.ms).toBe(35)
  clock.start()
  now = 101
  expect(clock.ms).toBe(36)
})
