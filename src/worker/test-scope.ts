import type { ErrorRecord, ReplyRecord, ScoreRecord, TrialRecord } from '../evaluation/record-schema.js'
import type { TestContext } from 'vitest'
import { Cancellation } from '../judges/cancellation.js'
import { asyncContext, type AsyncContext } from './async-context.js'
import { WaitClock } from './wait-clock.js'

/** A test as Vitest runs it. */
export type RunningTest = TestContext['task']

/** An assertion as its test sees it: where it was written, and how far it has come. */
export interface PendingAssertion {
  /** `expect(reply).toHaveIntent('refund')`. */
  call: string
  /** Made where the matcher was called, for its stack. */
  site: Error
  awaited: boolean
  settled: boolean
  score?: ScoreRecord
  /** Its score came too late and does not count. */
  isForgotten?: boolean
}

/** Where a trial stands among the attempts at its test. */
export interface TrialPlace {
  task: RunningTest
  /** Vitest's `retry`, from 0. */
  attempt: number
  /** Vitest's `repeats`, from 0. */
  repeat: number
  /** The trial of `describeCases`, from 0. Default 0. */
  trial?: number
  /** Default: the repeat. */
  number?: number
  signal: AbortSignal | undefined
  /** The clock of the test that the trial is a part of. Default: one of its own. */
  waiting?: WaitClock
  /** What ends the questions of the test that the trial is a part of. Default: one of its own. */
  cancellation?: Cancellation
}

/** One trial of one test: everything that happens in it is kept here until it ends. */
export class TrialScope {
  readonly replies: ReplyRecord[] = []
  readonly errors: ErrorRecord[] = []
  readonly assertions: PendingAssertion[] = []
  /** Why something was not judged though nothing failed. */
  notJudged: string | undefined
  readonly task: RunningTest
  readonly attempt: number
  readonly repeat: number
  readonly trial: number
  /** Which asking of its case this is, over repeats and trials, from 0. Of `retry` attempts all are the same. */
  readonly number: number
  readonly signal: AbortSignal | undefined
  /** How long its questions had to wait for their turn. */
  readonly waiting: WaitClock
  /** Ends its questions. Not the signal itself, since a listener for each question costs as much as asking it. */
  readonly cancellation: Cancellation
  readonly #indexes = new WeakMap<object, number>()
  #recordedCalls: Map<string, number> | undefined

  constructor({
    task,
    attempt,
    repeat,
    trial = 0,
    number = repeat,
    signal,
    waiting = new WaitClock(),
    cancellation = new Cancellation(),
  }: TrialPlace) {
    this.task = task
    this.attempt = attempt
    this.repeat = repeat
    this.trial = trial
    this.number = number
    this.signal = signal
    this.waiting = waiting
    this.cancellation = cancellation
  }

  /** How often the same call of a recorded assistant was made before in this trial. */
  countCall(call: string): number {
    this.#recordedCalls ??= new Map<string, number>()
    const before = this.#recordedCalls.get(call) ?? 0
    this.#recordedCalls.set(call, before + 1)
    return before
  }

  /** Index of a reply in this trial; one that was made elsewhere (`beforeAll`, a literal) joins at first sight. */
  indexOf(reply: object, toRecord: () => ReplyRecord): number {
    const known = this.#indexes.get(reply)
    if (known !== undefined) return known
    const record = toRecord()
    // A bare string has no identity: the same text to the same input is the same reply.
    const same = this.replies.findIndex(
      (other) => isBare(other) && other.input === record.input && other.text === record.text,
    )
    const index = isBare(record) && same !== -1 ? same : this.replies.push(record) - 1
    this.#indexes.set(reply, index)
    return index
  }

  /** @param passed whether all that was asserted held; `null` where something was not judged */
  toRecord(passed: boolean | null): TrialRecord {
    return {
      attempt: this.attempt,
      repeat: this.repeat,
      trial: this.trial,
      replies: this.replies,
      // In the order of the calls, whichever judgement came first.
      scores: this.assertions.flatMap(({ score, isForgotten }) => (score === undefined || isForgotten ? [] : score)),
      errors: this.errors,
      passed,
    }
  }
}

/** A string that was judged, and no reply of an assistant. */
function isBare({ durationMs, replayed }: ReplyRecord): boolean {
  return durationMs === undefined && replayed === undefined
}

/** The trials under way in this worker, and whose code it is that runs. */
interface Trials {
  context: AsyncContext<TrialScope>
  running: Set<TrialScope>
}

// One for the whole worker, for the same reason as the worker's state: this file may be loaded twice.
const KEY = Symbol.for('vitest-judge.trials')
const registry = globalThis as { [KEY]?: Trials }
const { context, running } = (registry[KEY] ??= { context: asyncContext<TrialScope>(), running: new Set() })

/**
 * The trial that the calling code belongs to, also in concurrent tests with the global `expect`; `undefined` outside a test.
 * Where it is not followed (a test that runs alone; a bare callback, before Node 24), it is the only one under way, if there is but one.
 */
export function currentTrial(): TrialScope | undefined {
  const trial = context.get()
  if (trial !== undefined || running.size !== 1) return trial
  const [only] = running
  return only
}

/** @throws {Error} outside a test */
export function requireTrial(): TrialScope {
  const trial = currentTrial()
  if (trial === undefined) throw new Error('outside a test there is no trial to record for')
  return trial
}

/** From here on, the calling code and all that it starts belong to the trial. */
export function enterTrial(scope: TrialScope): void {
  running.add(scope)
  // Of a test that runs alone all code is its own, and following it would slow down every test file.
  if (mayRunBesideOthers(scope.task)) context.enter(scope)
}

function mayRunBesideOthers({ concurrent, suite }: RunningTest): boolean {
  if (concurrent === true) return true
  for (let outer = suite; outer !== undefined; outer = outer.suite) if (outer.concurrent === true) return true
  return false
}

/** The trial is over. */
export function leaveTrial(scope: TrialScope): void {
  running.delete(scope)
}

/** Runs a trial within the calling test's own. */
export async function runInTrial<T>(scope: TrialScope, run: () => T | Promise<T>): Promise<T> {
  running.add(scope)
  try {
    return await context.run(scope, run)
  } finally {
    running.delete(scope)
  }
}
