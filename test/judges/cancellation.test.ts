import { expect, test, vi } from 'vitest'
import { Cancellation } from '../../src/judges/cancellation.js'

test('tells its listeners once, with the reason at hand', () => {
  const cancellation = new Cancellation()
  const seen: unknown[] = []
  cancellation.addEventListener('abort', () => seen.push(cancellation.reason))
  cancellation.throwIfAborted()
  cancellation.abort('enough')
  cancellation.abort('again')
  expect(seen).toEqual(['enough'])
  expect(cancellation.aborted).toBe(true)
  expect(() => cancellation.throwIfAborted()).toThrow('enough')
})

test('forgets a listener that was removed, also while it tells the others', () => {
  const cancellation = new Cancellation()
  const removed = vi.fn()
  const stays = vi.fn()
  cancellation.addEventListener('abort', removed)
  cancellation.addEventListener('abort', stays)
  cancellation.removeEventListener('abort', removed)
  cancellation.removeEventListener('abort', () => undefined)
  cancellation.abort('enough')
  expect(removed).not.toHaveBeenCalled()
  expect(stays).toHaveBeenCalledOnce()
})
