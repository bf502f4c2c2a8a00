import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EvaluatedCase } from '../../src/evaluation/evaluated-case.js'
import type { StoreOptions } from '../../src/store/open-store.js'
import type { Store, StoredFile } from '../../src/store/store.js'
import { makeCase, makeFullCase, makeMetric, makeResult, makeRun, makeScore, makeTrial } from './make-case.js'

/** An empty place for results, new for each test. */
export interface StorePlace {
  /** Opens the same place each time. */
  open(options?: StoreOptions): Promise<Store>
  remove(): Promise<void>
}

/** What every implementation of `Store` does. */
export function storeContract(name: string, createPlace: () => Promise<StorePlace>): void {
  describe(`store contract: ${name}`, () => {
    let place: StorePlace
    let store: Store

    beforeEach(async () => {
      place = await createPlace()
      store = await place.open()
    })

    afterEach(async () => {
      await store.close()
      await place.remove()
    })

    describe('runs', () => {
      test('a run comes back as it started, and then as it ended', async () => {
        const run = makeRun({ judge: { name: 'local/lexical@1', fingerprint: '77aa', standIn: 'no API key' } })
        const id = await store.startRun(run)
        expect(await store.run(id)).toStrictEqual({ ...run, id, result: null })

        await store.finishRun(id, makeResult())
        expect(await store.run(id)).toStrictEqual({ ...run, id, result: makeResult() })
      })

      test('a run keeps whether it was whole, and the test files that it collected', async () => {
        const files: StoredFile[] = [
          { project: '', file: 'b.test.ts', collected: ['x', 'y #2'], broken: [makeCase({ trials: [], metrics: [] })] },
          { project: '', file: 'a.test.ts', collected: [], broken: [] },
        ]
        const [whole, part] = [await store.startRun(makeRun()), await store.startRun(makeRun())]
        await store.finishRun(whole, makeResult({ partial: null }), files)
        await store.finishRun(part, makeResult({ partial: 'only a shard ran' }))
        expect((await store.run(whole))?.result).toStrictEqual(makeResult({ partial: null }))
        expect((await store.run(part))?.result).toStrictEqual(makeResult({ partial: 'only a shard ran' }))
        expect(await store.files(whole)).toStrictEqual([files[1], files[0]])
        expect(await store.files(part)).toEqual([])
      })

      test('the ids of all runs come with the newest first', async () => {
        const hours = Array.from({ length: 23 }, (_, hour) => String((hour * 5) % 23).padStart(2, '0'))
        for (const hour of hours)
          await store.startRun(makeRun({ id: hour, startedAt: `2026-11-23T${hour}:00:00.000Z` }))
        expect(await store.runIds()).toEqual(hours.toSorted().reverse())
      })

      test('what is not known of a run stays unknown', async () => {
        const run = makeRun({ commit: null, branch: null, dirty: null, ci: true })
        const id = await store.startRun(run)
        expect(await store.run(id)).toStrictEqual({ ...run, id, result: null })
      })

      test('a run takes the id that it brings, the one that is made for it, or one that sorts by time', async () => {
        expect(await store.startRun(makeRun({ id: 'mine' }))).toBe('mine')

        const other = await place.open({ id: () => 'made' })
        expect(await other.startRun(makeRun())).toBe('made')
        await other.close()

        expect(await store.startRun(makeRun())).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
      })

      test('the newest come first, and no more than asked for', async () => {
        for (const hour of ['10', '12', '11'])
          await store.startRun(makeRun({ id: `at ${hour}`, startedAt: `2026-11-23T${hour}:00:00.000Z` }))

        expect((await store.runs()).map(({ id }) => id)).toEqual(['at 12', 'at 11', 'at 10'])
        expect((await store.runs({ limit: 2 })).map(({ id }) => id)).toEqual(['at 12', 'at 11'])
      })

      test('an unknown run is null, and has no cases', async () => {
        expect(await store.run('nobody')).toBeNull()
        expect(await store.cases('nobody')).toEqual([])
      })

      test('an id cannot be used twice, and an unknown run takes neither cases nor a result', async () => {
        await store.startRun(makeRun({ id: 'once' }))
        await expect(store.startRun(makeRun({ id: 'once' }))).rejects.toThrow('already holds a run "once"')
        await expect(store.recordCases('nobody', [makeCase()])).rejects.toThrow('holds no run "nobody"')
        await expect(store.finishRun('nobody', makeResult())).rejects.toThrow('holds no run "nobody"')
        expect(await store.runs()).toHaveLength(1)
      })
    })

    describe('cases', () => {
      let runId: string
      beforeEach(async () => {
        runId = await store.startRun(makeRun())
      })

      test('come back with every property, and none that they did not have', async () => {
        const recorded = [makeFullCase(), makeCase(), makeCase({ name: 'empty', trials: [], metrics: [], inputs: [] })]
        await store.recordCases(runId, recorded)
        expect(await store.cases(runId)).toStrictEqual(recorded)
      })

      test('come back in the order of recording, over batches and from another connection', async () => {
        const recorded = Array.from({ length: 7 }, (_, n) => makeCase({ name: `case ${(n * 3) % 7}` }))
        await store.recordCases(runId, recorded.slice(0, 3))
        await store.recordCases(runId, [])
        await store.recordCases(runId, recorded.slice(3))

        const other = await place.open()
        expect(await other.cases(runId)).toStrictEqual(recorded)
        await other.close()
      })

      test('tell what became of them, and of trials that ended in an error nothing', async () => {
        const failing = makeCase({
          name: 'b',
          key: 'b',
          state: 'failed',
          passed: false,
          trials: [
            makeTrial({ passed: true }),
            makeTrial({ passed: false, trial: 1, errors: [{ stage: 'test', message: 'too long' }] }),
            makeTrial({ passed: false, trial: 2, errors: [{ stage: 'assistant', message: 'down' }] }),
            makeTrial({ passed: false, trial: 3, scores: [makeScore({ value: null, error: '429' })] }),
            makeTrial({ passed: null, trial: 4 }),
            makeTrial({ passed: false, trial: 5, scores: [makeScore({ value: null, passed: null, declined: 'why' })] }),
            makeTrial({
              passed: false,
              trial: 6,
              scores: [makeScore({ value: null, passed: null, declined: 'why' }), makeScore({ passed: false })],
            }),
          ],
        })
        await store.recordCases(runId, [makeCase({ key: 'a' }), failing])
        const outcome = { project: '', file: 'src/support.test.ts', suite: 'support', metrics: [makeMetric()] }
        const ofB = {
          ...outcome,
          key: 'b',
          state: 'failed',
          passed: false,
          trials: [true, false, null, null, null, null, false],
        }
        expect(await store.outcomes(runId)).toStrictEqual([
          { ...outcome, key: 'a', state: 'passed', trials: [true] },
          ofB,
        ])
        expect(await store.outcomes(runId, { key: 'b' })).toStrictEqual([ofB])
        expect(await store.outcomes('nobody')).toEqual([])
      })

      test('belong to their run', async () => {
        const otherId = await store.startRun(makeRun())
        await store.recordCases(runId, [makeCase({ key: 'a' })])
        await store.recordCases(otherId, [makeCase({ key: 'b' })])
        expect((await store.cases(runId)).map(({ key }) => key)).toEqual(['a'])
        expect((await store.cases(otherId)).map(({ key }) => key)).toEqual(['b'])
      })

      test('recorded again, replace themselves with all that is below them', async () => {
        const again = makeCase({
          ...makeFullCase(),
          key: 'renamed',
          trials: [makeTrial({ passed: false })],
          errors: [],
        })
        await store.recordCases(runId, [makeFullCase(), makeCase()])
        await store.recordCases(runId, [again])
        expect(await store.cases(runId)).toStrictEqual([makeCase(), again])
      })

      test('of one name in two files or two projects are two', async () => {
        const recorded = [makeCase(), makeCase({ file: 'b.test.ts' }), makeCase({ project: 'browser' })]
        await store.recordCases(runId, recorded)
        expect(await store.cases(runId)).toStrictEqual(recorded)
      })

      test('with scores that nothing was asserted of, and in every unit, come back as they were', async () => {
        const recorded = makeCase({
          trials: [
            makeTrial({
              scores: [
                makeScore({
                  metric: 'words',
                  unit: 'number',
                  direction: 'down',
                  tolerance: 2,
                  threshold: null,
                  reply: -1,
                }),
                makeScore({ metric: 'cost', unit: 'usd', value: 0.02 }),
                makeScore({ metric: 'tokens', unit: 'tokens', value: 1200 }),
              ],
            }),
          ],
          metrics: [
            makeMetric({ unit: 'number', direction: 'down', tolerance: 2, threshold: null }),
            makeMetric({ negated: true }),
          ],
        })
        await store.recordCases(runId, [recorded])
        expect(await store.cases(runId)).toStrictEqual([recorded])
      })

      test('of a batch are kept all or none', async () => {
        const impossible = makeCase({ name: 'bad', trials: [makeTrial({ scores: [makeScore({ reply: NaN })] })] })
        await expect(store.recordCases(runId, [makeCase(), impossible])).rejects.toThrow()
        expect(await store.cases(runId)).toEqual([])

        await store.recordCases(runId, [makeCase()])
        expect(await store.cases(runId)).toHaveLength(1)
      })

      test('keep any text', async () => {
        const texts = [
          `it's "quoted", \`ticked\`; DROP TABLE cases; --`,
          'NUL \0 in the middle, and at the end \0',
          '👩‍👩‍👧‍👦 ünïcödé עברית \u202e \ufeff',
          'lines\r\nand\ttabs\\n \u001b[31mred',
          '%s ? ?1 :name @name $name',
          'x'.repeat(1024 * 1024),
          '',
        ]
        const recorded = texts.map(caseOf)
        await store.recordCases(runId, recorded)
        expect(await store.cases(runId)).toStrictEqual(recorded)
      })

      test('keep any text (property)', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), jsonValue, async (text, value) => {
            const recorded = caseOf(text)
            recorded.trials[0]!.scores[0]!.expectation = value as never
            recorded.trials[0]!.replies[0]!.context = value as never
            const id = await store.startRun(makeRun())
            await store.recordCases(id, [recorded])
            expect(await store.cases(id)).toStrictEqual([recorded])
          }),
          { numRuns: 60 },
        )
      })

      test('keep half an emoji as U+FFFD', async () => {
        await store.recordCases(runId, [makeCase({ reply: 'cut 😀'.slice(0, -1) })])
        expect((await store.cases(runId))[0]?.reply).toBe('cut \ufffd')
      })
    })

    test('calls that are not awaited are carried out in order', async () => {
      const pending = [
        store.startRun(makeRun({ id: 'r' })),
        store.recordCases('r', [makeCase({ name: 'a' })]),
        store.cases('r'),
        store.recordCases('r', [makeCase({ name: 'b' })]),
        store.cases('r'),
      ] as const
      await store.close()
      expect(await pending[2]).toHaveLength(1)
      expect(await pending[4]).toHaveLength(2)
    })

    test('a closed store says so, and can be closed again', async () => {
      await store.close()
      await store.close()
      await expect(store.runs()).rejects.toMatchObject({ name: 'StoreError', code: 'closed' })
      await expect(store.startRun(makeRun())).rejects.toMatchObject({ name: 'StoreError', code: 'closed' })
    })
  })
}

/** JSON has no -0. */
const jsonValue = fc.jsonValue({ maxDepth: 3 }).map((value): unknown => JSON.parse(JSON.stringify(value)))

function caseOf(text: string): EvaluatedCase {
  const base = makeFullCase()
  const [first, ...rest] = base.trials
  return {
    ...base,
    name: text,
    key: text,
    suite: text,
    inputs: [text],
    reply: text,
    trials: [
      makeTrial({
        ...first,
        replies: [{ input: text, text, context: { [`k${text}`]: text } }],
        scores: [makeScore({ rationale: text, id: text, expectation: [text] })],
      }),
      ...rest,
    ],
    errors: [{ stage: 'test', message: text }],
  }
}
