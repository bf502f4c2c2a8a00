import { afterEach, expect, test } from 'vitest'
import { unableIs2 } from '../../src/cli/exit-code.js'

const before = process.exitCode
afterEach(() => {
  process.exitCode = before
})

test('a command that cannot do its work ends with 2, and still tells why', async () => {
  await unableIs2(() => Promise.resolve())()
  expect(process.exitCode).toBe(before)
  const failing = unableIs2((why: string) => Promise.reject(new Error(why)))
  await expect(failing('no store')).rejects.toThrow('no store')
  expect(process.exitCode).toBe(2)
})
