import { JudgeError, type JudgeErrorReason } from '../judges/judge-error.js'
import type { Judge, Judgement, JudgementRequest } from '../judges/judge.js'
import { validateJudgement } from '../judges/validate-judgement.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'
import { shortHash } from '../text/short-hash.js'
import type { CancelSignal } from './cancellation.js'
import { Limiter } from './limiter.js'
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

/** The judge that answers; `standIn` says why it answers in another's place. */
export interface ActiveJudge {
  judge: Judge
  standIn?: string
}

export interface JudgeQuestion {
  project: string
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
  maxInFlight: number
  /** Milliseconds that one call may take once it has its place. */
  timeoutMs: number
}

/**
 * Where every judgement of a run passes: single flight → limiter → judge → validation.
 * One per run, in the main process, whatever the number of projects and workers.
 */
export class JudgeService {
  readonly #projects = new Map<string, ProjectJudges>()
  readonly #limiter: Limiter
  readonly #flights = new SingleFlight<JudgeAnswer>()
  readonly #timeoutMs: number

  constructor(options: JudgeServiceOptions) {
    this.#limiter = new Limiter(options.maxInFlight)
    this.#timeoutMs = options.timeoutMs
  }

  addProject(name: string, judges: ProjectJudges): void {
    this.#projects.set(name, judges)
  }

  /**
   * @throws {JudgeFailure} where the judge throws, times out, or answers what is no judgement
   * @throws the signal's reason, once it is aborted
   */
  async judge(question: JudgeQuestion, signal: CancelSignal): Promise<JudgeAnswer> {
    const project = this.#projects.get(question.project)
    if (project === undefined) throw new Error(`no judges are known for project "${question.project}"`)
    const active = chooseJudge(project, question.judge)
    const { request, known } = withKnownIntent(question.request, project.intents)
    const { judge, standIn = null } = active
    // What the answer says of its judge, and who stands in for it, must be the same too: not only what it is asked.
    const key = JSON.stringify([
      judge.fingerprint,
      standIn,
      project.outageJudge?.fingerprint ?? null,
      question.trial,
      request,
    ])
    const answer = await this.#flights.run(
      key,
      (flightSignal) =>
        this.#limiter.run(() => this.#ask(active, project, request, question.trial, flightSignal), flightSignal),
      signal,
    )
    return known === undefined ? answer : { ...answer, known }
  }

  async #ask(
    active: ActiveJudge,
    project: ProjectJudges,
    request: JudgementRequest,
    trial: number,
    signal: CancelSignal,
  ): Promise<JudgeAnswer> {
    try {
      return await this.#answer(active, request, trial, signal)
    } catch (error) {
      const { outageJudge } = project
      if (outageJudge === undefined || active.standIn !== undefined || !isOutage(error)) throw error
      const standIn = { judge: outageJudge, standIn: `${active.judge.name} failed and onOutage is 'local'` }
      return this.#answer(standIn, request, trial, signal)
    }
  }

  async #answer(
    active: ActiveJudge,
    request: JudgementRequest,
    trial: number,
    signal: CancelSignal,
  ): Promise<JudgeAnswer> {
    try {
      const judgement = await this.#call(active.judge, request, trial, signal)
      return { judgement, judge: identify(active, judgement) }
    } catch (error) {
      signal.throwIfAborted()
      throw new JudgeFailure(error instanceof Error ? error.message : String(error), identify(active), { cause: error })
    }
  }

  async #call(judge: Judge, request: JudgementRequest, trial: number, signal: CancelSignal): Promise<Judgement> {
    const call = new AbortController()
    return new Promise((resolve, reject) => {
      // A judge need not listen to its signal: whoever waits for it is let go all the same, and so is its place.
      const end = (reason: unknown) => {
        settle()
        call.abort(reason)
        reject(reason)
      }
      const cancel = () => end(signal.reason)
      const timer = setTimeout(() => {
        const remedy = 'see whether the provider is up, or give it longer with judge({ limits: { timeoutMs } })'
        end(new Error(`${judge.name} did not answer within ${this.#timeoutMs} ms: ${remedy}`))
      }, this.#timeoutMs)
      const settle = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', cancel)
      }
      signal.addEventListener('abort', cancel, { once: true })
      const answer = async () => {
        try {
          resolve(validateJudgement(judge.name, await judge.judge(request, { signal: call.signal, trial })))
        } catch (error) {
          reject(error)
        }
        settle()
      }
      void answer()
    })
  }
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

/** A wrong key or a wrong model will not pass by itself: standing in for that would hide it. */
function isOutage(failure: unknown): boolean {
  if (!(failure instanceof JudgeFailure)) return false
  return !(failure.cause instanceof JudgeError) || OUTAGES.has(failure.cause.reason)
}

const OUTAGES = new Set<JudgeErrorReason>(['connection', 'timeout', 'rate_limit', 'server'])

/** A judge as records name it. */
export function identify(active: ActiveJudge, judgement?: Judgement): JudgeIdentity {
  const { name, kind, fingerprint } = active.judge
  const identity: JudgeIdentity = { name, kind, fingerprint }
  if (active.standIn !== undefined) identity.standIn = active.standIn
  if (judgement?.servedModel !== undefined) identity.servedModel = judgement.servedModel
  return identity
}
