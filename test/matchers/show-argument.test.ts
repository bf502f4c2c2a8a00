import { expect, test } from 'vitest'
import { showArgument } from '../../src/matchers/show-argument.js'

test('is one line, safe to print, of at most 60 characters', () => {
  expect(showArgument('Returns are free.')).toBe("'Returns are free.'")
  expect(showArgument(' Returns\n  are\u001b[31m free. ')).toBe("'Returns are free.'")
  expect(showArgument('x'.repeat(61))).toBe(`'${'x'.repeat(59)}…'`)
  expect(showArgument(`${'x'.repeat(58)}😀xx`)).toBe(`'${'x'.repeat(58)}…'`)
})
