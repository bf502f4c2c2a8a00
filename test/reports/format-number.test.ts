import { describe, expect, test } from 'vitest'
import {
  formatChange,
  formatCost,
  formatMilliseconds,
  formatScore,
  formatScoreWithScale,
  formatShare,
} from '../../src/reports/format-number.js'

const unit = 'unit'

describe('numbers in reports', () => {
  test.each([
    [{ metric: 'intent', unit }, 0.905, '0.91'],
    [{ metric: 'intent#2', unit }, 0, '0.00'],
    [{ metric: 'quality', unit }, 0.85, '4.4'],
    [{ metric: 'quality#2', unit }, 0, '1.0'],
    [{ metric: 'quality:tone', unit }, 1, '5.0'],
    [{ metric: 'quality-of-life', unit }, 1, '1.00'],
    [{ metric: 'latency', unit: 'ms' }, 1834, '1.8 s'],
    [{ metric: 'cost', unit: 'usd' }, 0.0123, '$0.0123'],
    [{ metric: 'tokens', unit: 'tokens' }, 12345, '12,345'],
    [{ metric: 'words', unit: 'number' }, 14.23456, '14.23'],
    [{ metric: 'words', unit: 'number' }, -1234.5, '−1,235'],
    [{ metric: 'words', unit: 'number' }, 0, '0'],
    [{ metric: 'words', unit: 'number' }, 0.00012345, '0.0001234'],
    [{ metric: 'words', unit: 'number' }, 3.14159e-9, '3.142e-9'],
    [{ metric: 'words', unit: 'number' }, 1.5e21, '1.5e+21'],
    [{ metric: 'quality', unit }, null, '–'],
  ] as const)('score of %o: %d is %s', (metric, value, text) => {
    expect(formatScore(metric, value)).toBe(text)
  })

  test('name the scale of quality alone', () => {
    expect(formatScoreWithScale({ metric: 'quality', unit }, 0.85)).toBe('4.4 of 5')
    expect(formatScoreWithScale({ metric: 'quality', unit }, null)).toBe('–')
    expect(formatScoreWithScale({ metric: 'intent', unit }, 0.85)).toBe('0.85')
  })

  test.each([
    [{ metric: 'intent', unit }, -0.81, '−0.81'],
    [{ metric: 'intent', unit }, 0.001, '0.00'],
    [{ metric: 'quality', unit }, -0.65, '−2.6'],
    [{ metric: 'latency', unit: 'ms' }, 2400, '+2.4 s'],
    [{ metric: 'words', unit: 'number' }, -3.25, '−3.25'],
    [{ metric: 'words', unit: 'number' }, 1500, '+1,500'],
    [{ metric: 'intent', unit }, null, '–'],
  ] as const)('change of %o: %d is %s', (metric, change, text) => {
    expect(formatChange(metric, change)).toBe(text)
  })

  test.each([
    [0, '0 ms'],
    [0.4, '<1 ms'],
    [12.2, '12 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [99_960, '100 s'],
    [undefined, '–'],
  ])('%d milliseconds are %s', (milliseconds, text) => {
    expect(formatMilliseconds(milliseconds)).toBe(text)
  })

  test.each([
    [0, '$0.00'],
    [0.00001, '<$0.0001'],
    [0.0123, '$0.0123'],
    [1.5, '$1.50'],
    [undefined, '–'],
  ])('%d dollars are %s', (usd, text) => {
    expect(formatCost(usd)).toBe(text)
  })

  test.each([
    [1, '100 %'],
    [0.9996, '99.9 %'],
    [0.29, '29 %'],
  ])('a share of %d is %s', (share, text) => {
    expect(formatShare(share)).toBe(text)
  })
})
