import { expect, test } from 'vitest'
import { spearmanCorrelation } from '../../src/statistics/spearman-correlation.js'

interface Reference {
  what: string
  a: number[]
  b: number[]
  value: number
  /** At 95 %: Fisher's z with the standard error of Bonett and Wright, worked out with NumPy. */
  interval: [number, number]
}

const digits = (text: string) => Array.from(text, Number)

/** `scipy.stats.spearmanr` of SciPy 1.10 and 1.17. */
const REFERENCE: Reference[] = [
  {
    what: 'grades, many of them tied',
    a: digits('533333342135342554153245211423324515345511334425235442153324'),
    b: digits('524222432145431543142245111424235425435511445334135333254313'),
    value: 0.8156163474333431,
    interval: [0.6878677551534219, 0.8943529583525942],
  },
  {
    what: 'grades, closer',
    a: digits('145515341325244223443251255341442221424151243244545444542213'),
    b: digits('145515432435233323533251355232331312515152134233555353543312'),
    value: 0.8492575980219855,
    interval: [0.7400850708227191, 0.9148189458818734],
  },
  {
    what: 'few',
    a: [1, 2, 3, 4, 5],
    b: [2, 1, 4, 3, 5],
    value: 0.8,
    interval: [-0.4571243888052967, 0.9908429478778042],
  },
  {
    what: 'ties in both',
    a: [1, 2, 2, 3, 7, 7, 7, 9],
    b: [0.5, 0.25, 0.25, 1, 0.75, 1, 1, 0.5],
    value: 0.48408625281274514,
    interval: [-0.3783597702136302, 0.8966298783169074],
  },
]

const expectClose = (actual: number, expected: number) =>
  expect(Math.abs(actual / expected - 1)).toBeLessThanOrEqual(1e-9)

test.for(REFERENCE)('$what: value and interval', ({ a, b, value, interval }) => {
  const found = spearmanCorrelation({ a, b })
  expectClose(found.value, value)
  expectClose(found.lower, interval[0])
  expectClose(found.upper, interval[1])
  expect(found.n).toBe(a.length)
  const opposite = spearmanCorrelation({ a, b: b.map((x) => -x) })
  expectClose(opposite.value, -value)
  expectClose(opposite.lower, -interval[1])
})

test('a lower confidence gives a narrower interval', () => {
  const { a, b } = REFERENCE[0]!
  const found = spearmanCorrelation({ a, b, confidence: 0.9 })
  expectClose(found.lower, 0.712418767519201)
  expectClose(found.upper, 0.8842842397408226)
})

test('is ±1, with an interval of no width, where one follows from the other', () => {
  const a = [1, 2, 3, 4, 5]
  expect(spearmanCorrelation({ a, b: a.map((x) => x ** 3) })).toEqual({ value: 1, lower: 1, upper: 1, n: 5 })
  expect(spearmanCorrelation({ a, b: a.map((x) => -x) })).toEqual({ value: -1, lower: -1, upper: -1, n: 5 })
})

test.for([
  [{ a: [1, 2, 3, 4], b: [1, 2, 3] }, 'the same length'],
  [{ a: [1, 2, 3], b: [1, 2, 3] }, 'at least 4 pairs'],
  [{ a: [1, 2, 3, NaN], b: [1, 2, 3, 4] }, 'finite'],
  [{ a: [1, 2, 3, 4], b: [2, 2, 2, 2] }, 'one value only'],
  [{ a: [1, 2, 3, 4], b: [1, 2, 3, 4], confidence: 1 }, 'confidence'],
] as const)('refuses %o', ([input, message]) => {
  expect(() => spearmanCorrelation(input)).toThrow(message)
})
