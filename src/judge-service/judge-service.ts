import type { Cassettes } from '../cassette/cassettes.js'
import type { Cassette } from '../cassette/cassette.js'
import { cassetteKey } from '../cassette/cassette-key.js'
import { recordJudgement, replayJudgement, type RecordedJudgement } from '../cassette/recorded-judgement.js'
import { isOutage, JudgeError } from '../judges/judge-error.js'
import type { Judge, Judgement, JudgementRequest } from '../judges/judge.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'
import { shortHash } from '../text/short-hash.js'
import { BudgetError } from './budget.js'
import { Cancellation, type CancelSignal } from '../judges/cancellation.js'
import type { JudgeCaller } from './judge-caller.js'
import type { JudgeAnswer } from './protocol.js'
import { SingleFlight } from './single-flight.js'

/** The judges of one Vitest project, as its options resolved them. */
export interface ProjectJudges {
  /** Judges every assertion that names no other. */
  own: ActiveJudge
  named: ReadonlyMap<string, ActiveJudge>
  /** Stands in when a call fails; absent with `onOutage: 'error'`. */
  outageJudge?: Judge
  /** What is known of an intent wherever its label is judged. */
  intents: Readonly<Record<string, IntentKnowledge>>
}

export interface IntentKnowledge {
  description?: string | undefined
  examples?: string[] | undefined
  alternatives?: string[] | undefined
}

/**
 * The judge that answers; `standIn` says why it answers in another's place, `replays` why only its recorded judgements can be had.
 */
export interface ActiveJudge {
  judge: Judge
  standIn?: string
  replays?: string
}

export interface JudgeQuestion {
  project: string
  /** The test file that asks, from the root; absent where none does. */
  file?: string | undefined
  /** Name of one of the project's `judges`; absent for its own. */
  judge?: string | undefined
  trial: number
  request: JudgementRequest
}

/** The judge was asked and failed; `judge` says which. */
export class JudgeFailure extends Error {
  override name = 'JudgeFailure'
  constructor(
    message: string,
    readonly judge: JudgeIdentity,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export interface JudgeServiceOptions {
  caller: JudgeCaller
  cassettes: Cassettes
}

/**
 * Where every judgement of a run passes: cassette → single flight → call (limits, retries) → validation.
 * One per run, in the main process, whatever the number of projects and workers.
 */
export class JudgeService {
  readonly #projects = new Map<string, ProjectJudges>()
  readonly #caller: JudgeCaller
  readonly #cassettes: Cassettes
  readonly #flights = new SingleFlight<JudgeAnswer>()
  #run = new Cancellation()

  constructor({ caller, cassettes }: JudgeServiceOptions) {
    this.#caller = caller
    this.#cassettes = cassettes
  }

  addProject(name: string, judges: ProjectJudges): void {
    this.#projects.set(name, judges)
  }

  /** A new run has limits, budget and recordings of its own. */
  startRun(): void {
    this.#run = new Cancellation()
    this.#caller.startRun()
    this.#cassettes.startRun()
  }

  /** Every call under way is cancelled, and none is made any more. */
  endRun(reason: Error): void {
    this.#run.abort(reason)
    this.#flights.endAll(reason)
  }

  /**
   * @param onWaiting told when the question waits for its turn, and when it goes on
   * @throws {JudgeFailure} where the judge throws, times out, or answers what is no judgement
   * @throws {CassetteError} where the recordings of the test file cannot be read
   * @throws the signal's reason, once it is aborted
   */
  async judge(
    question: JudgeQuestion,
    signal: CancelSignal,
    onWaiting?: (isWaiting: boolean) => void,
  ): Promise<JudgeAnswer> {
    this.#run.throwIfAborted()
    const project = this.#projects.get(question.project)
    if (project === undefined) throw new Error(`no judges are known for project "${question.project}"`)
    const active = chooseJudge(project, question.judge)
    const { request, known } = withKnownIntent(question.request, project.intents)
    const { judge, standIn = null } = active
    const key = cassetteKey({ judge: judge.fingerprint, trial: question.trial, request })
    const cassette = await this.#cassetteOf(active, question)
    const recorded = cassette?.find(key)
    if (recorded !== undefined) return withKnown(replayed(active, recorded), known)
    if (active.replays !== undefined || (this.#cassettes.mode === 'replay' && isRecorded(active))) {
      return withKnown(notRecorded(active), known)
    }
    // Who stands in, and for whom, must be the same too: not only what is asked.
    const flight = JSON.stringify([key, standIn, project.outageJudge?.fingerprint ?? null])
    const answer = await this.#flights.run(
      flight,
      (flightSignal, flightWaits) => this.#ask(active, project, { ...question, request }, flightSignal, flightWaits),
      signal,
      onWaiting,
    )
    if (cassette !== undefined && answer.judge.standIn === undefined) {
      const { metric } = request
      cassette.keep(recordJudgement({ key, metric, judge: judge.name, trial: question.trial }, answer.judgement))
    }
    return withKnown(answer, known)
  }

  #cassetteOf(active: ActiveJudge, { project, file }: JudgeQuestion): Promise<Cassette<RecordedJudgement>> | undefined {
    if (file === undefined || this.#cassettes.mode === 'off' || !isRecorded(active)) return undefined
    return this.#cassettes.judgements({ project, file })
  }

  async #ask(
    active: ActiveJudge,
    project: ProjectJudges,
    question: JudgeQuestion,
    signal: CancelSignal,
    onWaiting: (isWaiting: boolean) => void,
  ): Promise<JudgeAnswer> {
    try {
      return await this.#answer(active, question, signal, onWaiting)
    } catch (error) {
      const { outageJudge } = project
      if (outageJudge === undefined || active.standIn !== undefined || !mayPass(error)) throw error
      const standIn = { judge: outageJudge, standIn: `${active.judge.name} failed and onOutage is 'local'` }
      return this.#answer(standIn, question, signal, onWaiting)
    }
  }

  async #answer(
    active: ActiveJudge,
    { request, trial }: JudgeQuestion,
    signal: CancelSignal,
    onWaiting: (isWaiting: boolean) => void,
  ): Promise<JudgeAnswer> {
    const { judge } = active
    try {
      const judgement = await this.#caller.call({ judge, request, trial, signal, onWaiting })
      return { judgement, judge: identify(active, judgement) }
    } catch (error) {
      signal.throwIfAborted()
      throw new JudgeFailure(error instanceof Error ? error.message : String(error), identify(active), { cause: error })
    }
  }
}

/** What the embedded judge says is the same everywhere and costs nothing, and what stands in is not the chosen judge's. */
function isRecorded({ judge, standIn }: ActiveJudge): boolean {
  return standIn === undefined && judge.kind !== 'local' && judge.isRecorded !== false
}

function replayed(active: ActiveJudge, recorded: RecordedJudgement): JudgeAnswer {
  const judgement = replayJudgement(recorded)
  return { judgement, judge: identify(active, judgement), served: 'cassette' }
}

/** Nobody was asked, so nothing is known: the judge has not declined. */
function notRecorded(active: ActiveJudge): JudgeAnswer {
  const why = active.replays ?? "judge({ cassette: { mode: 'replay' } }) asks nobody"
  const declined = `not recorded, and ${why}. Record it where the judge can be asked: vitest run -u, and commit the cassette`
  return { judgement: { value: null, rationale: '', declined }, judge: identify(active), served: 'nobody' }
}

function withKnown(answer: JudgeAnswer, known: string | undefined): JudgeAnswer {
  return known === undefined ? answer : { ...answer, known }
}

function chooseJudge({ own, named }: ProjectJudges, name: string | undefined): ActiveJudge {
  if (name === undefined) return own
  const active = named.get(name)
  if (active !== undefined) return active
  const declared = named.size === 0 ? 'none is declared' : `declared are: ${[...named.keys()].join(', ')}`
  throw new Error(`no judge is named "${name}" (${declared}); declare it with judge({ judges: { '${name}': … } })`)
}

/** The request with what the project knows of its intent; `known` names what was added, since scores depend on it. */
function withKnownIntent(
  request: JudgementRequest,
  intents: ProjectJudges['intents'],
): { request: JudgementRequest; known?: string } {
  if (request.metric !== 'intent' || !Object.hasOwn(intents, request.intent)) return { request }
  const { description, examples, alternatives } = { ...intents[request.intent], ...request }
  const complete = {
    ...request,
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    ...(alternatives !== undefined && { alternatives }),
  }
  return { request: complete, known: shortHash(intents[request.intent]) }
}

/** What fails and is no error of a judge that says why may well be an outage; a budget that is spent is none. */
function mayPass(failure: unknown): boolean {
  if (!(failure instanceof JudgeFailure) || failure.cause instanceof BudgetError) return false
  return !(failure.cause instanceof JudgeError) || isOutage(failure.cause)
}

/** A judge as records name it. */
export function identify(active: ActiveJudge, judgement?: Judgement): JudgeIdentity {
  const { name, kind, fingerprint } = active.judge
  const identity: JudgeIdentity = { name, kind, fingerprint }
  if (active.standIn !== undefined) identity.standIn = active.standIn
  if (judgement?.servedModel !== undefined) identity.servedModel = judgement.servedModel
  return identity
}
