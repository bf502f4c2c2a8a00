import { expect, test } from 'vitest'
import { formatCode, formatLocalTime } from '../../src/reports/format-run.js'
import { shortIdLength } from '../../src/reports/short-ids.js'

test('times are local', () => {
  expect(formatLocalTime('2026-11-23T23:30:05.678Z', 0)).toBe('2026-11-23 23:30:05')
  expect(formatLocalTime('2026-11-23T23:30:05.678Z', 60)).toBe('2026-11-24 00:30:05')
  expect(formatLocalTime('2026-01-01T00:00:00.000Z', -210)).toBe('2025-12-31 20:30:00')
  expect(formatLocalTime('yes\u001b[2Jterday', 0)).toBe('yesterday')
})

test('the code of a run', () => {
  const commit = 'c0a2821c0a2821c0a2821c0a2821c0a2821c0a28'
  expect(formatCode({ commit, branch: 'main', dirty: false })).toBe('main c0a2821')
  expect(formatCode({ commit, branch: null, dirty: true })).toBe('c0a2821+')
  expect(formatCode({ commit: null, branch: 'new', dirty: null })).toBe('new')
  expect(formatCode({ commit: null, branch: null, dirty: null })).toBe('')
})

test('ids are as short as tells them apart, and no shorter than thirteen', () => {
  expect(shortIdLength([])).toBe(13)
  expect(shortIdLength(['0193aaaa-0001-7000', '0193aaaa-0002-7000'])).toBe(13)
  expect(shortIdLength(['0193aaaa-0001-7000', '0193aaaa-0001-7100'])).toBe(16)
  expect(shortIdLength(['mine', 'mine too'])).toBe(13)
})
