import { expect, test, vi } from 'vitest'
import { findFailure } from '../../../../src/judges/local/failures/find-failure.js'
import { localTools } from '../../../support/local-tools.js'

const tools = localTools()

test('what words show needs no encoder, nor does a reply that has words of the message', async () => {
  const meanings = vi.fn(tools.meanings)
  const find = (reply: string) => findFailure({ input: 'Where is my parcel?', reply }, new Set(), { meanings })
  expect((await find('Hello {{name}}!'))?.kind).toBe('leak')
  expect(await find('Your parcel is with the carrier.')).toBeUndefined()
  expect(await find('Done!')).toBeUndefined()
  expect(meanings).not.toHaveBeenCalled()
})

test('a reply to something else is found by what it means, unless that is wanted', async () => {
  const subject = { input: 'Where is my parcel?', reply: 'Whisk the eggs with sugar, and fold in the flour.' }
  expect((await findFailure(subject, new Set(), tools))?.kind).toBe('off-topic')
  expect(await findFailure(subject, new Set(['off-topic']), tools)).toBeUndefined()
})
