import { expect, test, vi } from 'vitest'
import { loadOnce } from '../../src/encoder/load-once.js'

test('loads at the first call, once for all', async () => {
  const load = vi.fn(() => Promise.resolve({}))
  const once = loadOnce(load)
  expect(load).not.toHaveBeenCalled()
  const [a, b] = await Promise.all([once(), once()])
  expect(a).toBe(b)
  expect(load).toHaveBeenCalledOnce()
})

test('what failed is tried again at the next call', async () => {
  const load = vi.fn(() => Promise.resolve('there')).mockRejectedValueOnce(new Error('not yet'))
  const once = loadOnce(load)
  expect(await Promise.allSettled([once(), once()])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  expect(await once()).toBe('there')
  expect(load).toHaveBeenCalledTimes(2)
})
