import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceFromRate, type JudgedCounts } from '../../src/statistics/rogan-gladen-fit.js'
import { expectClose } from '../support/expect-close.js'

const counts: JudgedCounts = { positives: 70, trials: 100, hits: 45, passed: 50, falseAlarms: 6, refused: 40 }

/** The same figure from a search of every sensitivity and specificity. */
function searched(rate: number, { positives, trials, hits, passed, falseAlarms, refused }: JudgedCounts): number {
  const lost = (n: number, of: number, share: number) =>
    n * Math.log(n / of / share) + (of - n) * Math.log((of - n) / of / (1 - share))
  let best = { deviance: Infinity, hit: 0, alarm: 0, apparent: 0 }
  const search = (around: { hit: number; alarm: number }, step: number) => {
    for (let i = -20; i <= 20; i++) {
      for (let j = -20; j <= 20; j++) {
        const [hit, alarm] = [around.hit + i * step, around.alarm + j * step]
        if (hit <= 0 || hit >= 1 || alarm <= 0 || alarm >= 1) continue
        const apparent = rate * hit + (1 - rate) * alarm
        const deviance =
          2 * (lost(positives, trials, apparent) + lost(hits, passed, hit) + lost(falseAlarms, refused, alarm))
        if (deviance < best.deviance) best = { deviance, hit, alarm, apparent }
      }
    }
  }
  search({ hit: 0.5, alarm: 0.5 }, 0.025)
  for (let step = 0.005; step > 1e-8; step /= 5) search(best, step)
  const { hit, alarm, apparent, deviance } = best
  const squares = (n: number, of: number, share: number) => (n - of * share) ** 2 / (of * share * (1 - share))
  const score = Math.sqrt(
    squares(positives, trials, apparent) + squares(hits, passed, hit) + squares(falseAlarms, refused, alarm),
  )
  return (Math.sign(positives / trials - apparent) * (score + Math.sqrt(deviance))) / 2
}

test.for([0.05, 0.4, 0.6, 0.75, 0.9, 1])('is what a search for the best fit to %d finds', (rate) => {
  expectClose(distanceFromRate(rate, counts), searched(rate, counts), 1e-5)
})

test('is 0 at the rate that the counts speak for, and falls as the rate rises', () => {
  const fitting = (0.7 - 0.15) / (0.9 - 0.15)
  expect(distanceFromRate(fitting, counts)).toBeCloseTo(0, 6)
  const rates = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  fc.assert(
    fc.property(rates, ([one, other]) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      expect(distanceFromRate(low, counts)).toBeGreaterThanOrEqual(distanceFromRate(high, counts) - 1e-9)
    }),
  )
})

test('a rate that only a judge who tells nothing could have brought is far off all the same', () => {
  expect(distanceFromRate(0, { ...counts, positives: 95, hits: 40, falseAlarms: 4 })).toBeGreaterThan(5)
})
