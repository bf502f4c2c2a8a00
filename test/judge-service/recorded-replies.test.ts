import { expect, test } from 'vitest'
import { Cassettes } from '../../src/cassette/cassettes.js'
import type { CassetteMode } from '../../src/cassette/cassette-mode.js'
import type { AssistantQuestion } from '../../src/judge-service/protocol.js'
import { RecordedReplies } from '../../src/judge-service/recorded-replies.js'
import { temporaryRoot } from '../cassette/temporary-root.js'

const asker = { project: '', file: 'a.test.ts' }
const call: AssistantQuestion = { version: 1, message: 'Hi', history: [], context: {}, trial: 0, nth: 0 }
const answer = { text: 'Hello!', intent: 'greeting', toolCalls: [{ name: 'search', arguments: { q: 'x' } }] }

function repliesIn(root: string, mode: CassetteMode = 'auto') {
  return new RecordedReplies(new Cassettes({ root, dir: 'snapshots', mode }))
}

test('what was kept is recalled, for the same call alone', async () => {
  const replies = repliesIn(temporaryRoot())
  expect(await replies.recall(asker, call)).toEqual({ answer: null, then: 'ask' })
  await replies.keep(asker, call, answer)
  expect(await replies.recall(asker, call)).toEqual({ answer })
  for (const other of [{ version: 2 }, { message: 'Hi!' }, { trial: 1 }, { nth: 1 }, { context: { plan: 'pro' } }]) {
    expect(await replies.recall(asker, { ...call, ...other })).toEqual({ answer: null, then: 'ask' })
  }
})

test('where nobody may be asked, that is said', async () => {
  expect(await repliesIn(temporaryRoot(), 'replay').recall(asker, call)).toEqual({ answer: null, then: 'missing' })
})

test("outside a test file, and in mode 'off', nothing is recorded", async () => {
  for (const [replies, from] of [
    [repliesIn(temporaryRoot()), { project: '' }],
    [repliesIn(temporaryRoot(), 'off'), asker],
  ] as const) {
    await replies.keep(from, call, answer)
    expect(await replies.recall(from, call)).toEqual({ answer: null, then: 'ask' })
  }
})
