import { expect, test } from 'vitest'
import { threadEmbedder } from '../../src/encoder/thread-embedder.js'

/** A thread of its own: `answer` takes a question, and may give the numbers of its texts. */
function threadOf(answer: string): URL {
  const source = `import { parentPort } from 'node:worker_threads'
let asked = 0
parentPort.on('message', ({ id, texts }) => {
  asked++
  const numbers = (${answer})(texts)
  if (numbers !== undefined) parentPort.postMessage({ id, numbers: Float32Array.from(numbers.flat()).buffer })
})`
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`)
}

test('the vectors of a batch are cut where each text ends', async () => {
  const embed = threadEmbedder(threadOf('(texts) => texts.map((text) => [text.length, asked])'))
  expect(await embed(['a', 'abc'])).toEqual([Float32Array.of(1, 1), Float32Array.of(3, 1)])
  expect(await embed(['ab'])).toEqual([Float32Array.of(2, 2)])
})

test('it starts with nothing of what started this process', async () => {
  const embed = threadEmbedder(
    threadOf('() => [process.execArgv.length, Object.keys(process.env).length, process.argv.length]'),
  )
  process.env.OF_THE_PARENT = 'x'
  expect(await embed(['a'])).toEqual([Float32Array.of(0, 0, 1)])
  delete process.env.OF_THE_PARENT
})

test.for<[how: string, answer: string, why: string]>([
  ['throws', '() => { throw new Error("out of memory") }', 'out of memory'],
  ['throws what is no error', '() => { throw "nothing left" }', 'nothing left'],
  ['exits', '() => process.exit(3)', 'exit code 3'],
])('one that %s rejects all that it was asked', async ([, answer, why]) => {
  const embed = threadEmbedder(threadOf(answer))
  const results = await Promise.allSettled([embed(['a']), embed(['b'])])
  expect(results.map((result) => (result as PromiseRejectedResult).reason as Error)).toEqual(
    Array(2).fill(
      new Error(
        `the embedded judge expected its encoder's thread to answer, and the thread ended: ${why}; run the tests again, or install vitest-judge again if its files are missing`,
      ),
    ),
  )
})

test('after one that died another starts', async () => {
  const embed = threadEmbedder(
    threadOf('(texts) => { if (texts[0] === "die") throw new Error("dead"); return [asked] }'),
  )
  expect(await embed(['a'])).toEqual([Float32Array.of(1)])
  expect(await embed(['b'])).toEqual([Float32Array.of(2)])
  await expect(embed(['die'])).rejects.toThrow('dead')
  expect(await embed(['a'])).toEqual([Float32Array.of(1)])
})

test('a file that is missing is named', async () => {
  const embed = threadEmbedder(new URL('./no-such-thread.js', import.meta.url))
  await expect(embed(['a'])).rejects.toThrow(/the thread ended: .*no-such-thread\.js.*install vitest-judge again/)
})

test('an error that the thread reports is that of the question alone', async () => {
  const source = `import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ id, texts }) => {
  if (texts[0] === 'bad') parentPort.postMessage({ id, error: new Error('cannot read assets/encoder.bin') })
  else parentPort.postMessage({ id, numbers: Float32Array.of(1).buffer })
})`
  const embed = threadEmbedder(new URL(`data:text/javascript,${encodeURIComponent(source)}`))
  const [bad, good] = await Promise.allSettled([embed(['bad']), embed(['good'])])
  expect((bad as PromiseRejectedResult).reason).toEqual(new Error('cannot read assets/encoder.bin'))
  expect(good).toMatchObject({ status: 'fulfilled' })
})
