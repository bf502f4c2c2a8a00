import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { stamp } from '../../src/worker/stamp.js'

test('an object has its value, and nothing else can tell', () => {
  const names = stamp<string>()
  const promise = Promise.resolve(1)
  expect(names.get(promise)).toBeUndefined()
  names.set(promise, 'a')
  expect(names.get(promise)).toBe('a')
  expect(Reflect.ownKeys(promise)).toEqual([])
  expect(inspect(promise, { showHidden: true })).toBe(inspect(Promise.resolve(1), { showHidden: true }))
  expect(promise).toEqual(Promise.resolve(1))
  expect(Object.getPrototypeOf(promise)).toBe(Promise.prototype)
})

test('a frozen object has one too, and two stamps do not meet', () => {
  const [first, second] = [stamp<number>(), stamp<number>()]
  const frozen = Object.freeze({})
  first.set(frozen, 1)
  expect(second.get(frozen)).toBeUndefined()
  second.set(frozen, 2)
  expect(first.get(frozen)).toBe(1)
})
