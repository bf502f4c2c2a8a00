import { expect, test } from 'vitest'
import { callSite, pointAt } from '../../src/worker/call-site.js'

function ours(): Error {
  return deeper()
}

function deeper(): Error {
  return callSite(ours)
}

function userTest(): Error {
  return ours()
}

const frames = (error: Error) => error.stack!.split('\n').filter((line) => /^\s+at /.test(line))

test('the place of a call is the line that made it, without frames of ours', () => {
  const [first] = frames(userTest())
  expect(first).toContain('userTest')
  expect(frames(userTest()).join('\n')).not.toMatch(/deeper|\bours\b/)
})

test('an error points at the place, with its own name and message, however many lines', () => {
  const site = userTest()
  const error = new TypeError('expected a reply\n\n    at least one')
  expect(pointAt(error, site)).toBe(error)
  expect(error.stack).toBe(['TypeError: expected a reply', '', '    at least one', ...frames(site)].join('\n'))
})

test('each error of an aggregate points at the place', () => {
  const site = userTest()
  const errors = [new Error('one'), new AggregateError([new Error('two')], 'more')]
  pointAt(new AggregateError(errors, 'both'), site)
  expect(errors[0]!.stack).toBe(['Error: one', ...frames(site)].join('\n'))
  expect(((errors[1] as AggregateError).errors[0] as Error).stack).toBe(['Error: two', ...frames(site)].join('\n'))
})

test('what is thrown and is no error stays what it is', () => {
  expect(pointAt('thrown', userTest())).toBe('thrown')
  expect(pointAt(null, userTest())).toBeNull()
})

test('a place without a stack gives none', () => {
  const site = new Error('called here')
  delete site.stack
  expect(pointAt(new Error('missed'), site).stack).toBe('Error: missed')
})
