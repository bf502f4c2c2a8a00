import { expect, test } from 'vitest'
import type { CancelSignal } from '../../src/judges/cancellation.js'
import { SingleFlight } from '../../src/judge-service/single-flight.js'
import { deferred, noAbort, settled, type Deferred } from './deferred.js'

/** Answers nothing until it is told to; a cancelled question ends in the reason of its signal. */
function slowAnswers() {
  const asked: ({ signal: CancelSignal } & Deferred<string>)[] = []
  const ask = (signal: CancelSignal) => {
    const answer = deferred<string>()
    signal.addEventListener('abort', () => answer.reject(signal.reason as Error))
    asked.push({ signal, ...answer })
    return answer.promise
  }
  return { asked, ask }
}

test('the same question is asked once while it is under way, and again afterwards', async () => {
  const flights = new SingleFlight<string>()
  const { asked, ask } = slowAnswers()
  const both = [flights.run('q', ask, noAbort()), flights.run('q', ask, noAbort())]
  const other = flights.run('another', ask, noAbort())
  expect(asked).toHaveLength(2)
  asked[0]!.resolve('yes')
  asked[1]!.resolve('no')
  expect(await Promise.all([...both, other])).toEqual(['yes', 'yes', 'no'])

  const again = flights.run('q', ask, noAbort())
  expect(asked).toHaveLength(3)
  asked[2]!.resolve('maybe')
  expect(await again).toBe('maybe')
})

test('an error reaches everybody who waits, and is not kept', async () => {
  const flights = new SingleFlight<string>()
  const { asked, ask } = slowAnswers()
  const both = [flights.run('q', ask, noAbort()), flights.run('q', ask, noAbort())]
  asked[0]!.reject(new Error('overloaded'))
  expect(await Promise.allSettled(both)).toMatchObject([
    { reason: { message: 'overloaded' } },
    { reason: { message: 'overloaded' } },
  ])
  const again = flights.run('q', ask, noAbort())
  asked[1]!.resolve('yes')
  expect(await again).toBe('yes')
})

test('who aborts goes alone; the question is cancelled when the last one goes', async () => {
  const flights = new SingleFlight<string>()
  const { asked, ask } = slowAnswers()
  const controllers = [new AbortController(), new AbortController()]
  const [first, second] = controllers.map(({ signal }) => flights.run('q', ask, signal))
  controllers[0]!.abort(new Error('first gone'))
  await expect(first).rejects.toThrow('first gone')
  expect(asked[0]!.signal.aborted).toBe(false)
  controllers[1]!.abort(new Error('second gone'))
  await expect(second).rejects.toThrow('second gone')
  expect(asked[0]!.signal.aborted).toBe(true)
})

test('who comes after a cancelled question asks anew, though the old one has not ended yet', async () => {
  const flights = new SingleFlight<string>()
  const answers: Deferred<string>[] = []
  const deaf = () => {
    const answer = deferred<string>()
    answers.push(answer)
    return answer.promise
  }
  const controller = new AbortController()
  const cancelled = flights.run('q', deaf, controller.signal)
  controller.abort(new Error('gone'))
  await expect(cancelled).rejects.toThrow('gone')

  const fresh = flights.run('q', deaf, noAbort())
  answers[0]!.resolve('late')
  await settled()
  const joined = flights.run('q', deaf, noAbort())
  expect(answers).toHaveLength(2)
  answers[1]!.resolve('fresh')
  expect(await Promise.all([fresh, joined])).toEqual(['fresh', 'fresh'])
})

test('an abort after the answer changes nothing', async () => {
  const flights = new SingleFlight<string>()
  const { asked, ask } = slowAnswers()
  const controller = new AbortController()
  const answered = flights.run('q', ask, controller.signal)
  asked[0]!.resolve('yes')
  expect(await answered).toBe('yes')
  const next = flights.run('q', ask, noAbort())
  controller.abort(new Error('late'))
  expect(asked[1]!.signal.aborted).toBe(false)
  asked[1]!.resolve('yes again')
  expect(await next).toBe('yes again')
})

test('one who has gone before coming neither hangs nor cancels the others', async () => {
  const flights = new SingleFlight<string>()
  const { asked, ask } = slowAnswers()
  const waiting = flights.run('q', ask, noAbort())
  await expect(flights.run('q', ask, AbortSignal.abort(new Error('gone before')))).rejects.toThrow('gone before')
  asked[0]!.resolve('yes')
  expect(await waiting).toBe('yes')
})
