import { quantile } from '../statistics/quantile.js'
import { addUsage } from './add-usage.js'
import type { Judge, JudgeCallOptions, Judgement } from './judge.js'
import { judgeFingerprint } from './judge-fingerprint.js'
import { isOutage, JudgeError } from './judge-error.js'

export interface PanelJudgeOptions {
  /**
   * How the members' values become one. `mean` (default), `median`, or `majority`: the value that most gave, and the median where
   * several are as frequent.
   */
  vote?: 'mean' | 'median' | 'majority'
  /** How many members must answer; below that the panel fails with them. Default: all. */
  quorum?: number
  /** Default: the members' names. */
  name?: string
}

/** What one member said. */
type Vote = { name: string } & ({ judgement: Judgement } | { error: Error })

/**
 * Several judges that judge together: each is asked, at once, and their values become one. What single models get wrong in their own
 * way weighs less, at the cost of all of them.
 *
 * Members that decline are left out; where not more than half judge, the panel declines. A member that fails makes the panel fail,
 * unless `quorum` members answered. In a run each member's call counts for itself: for limits, budget and retries.
 *
 * @throws {TypeError} on fewer than two judges, an unknown vote, a quorum that no panel of this size can have
 * @example
 * panelJudge([openAIJudge({ model: 'gpt-4.1-mini' }), openAIJudge({ model: 'gpt-4o-mini' }), tone], { vote: 'majority' })
 */
export function panelJudge(judges: readonly Judge[], options: PanelJudgeOptions = {}): Judge {
  const {
    vote = 'mean',
    quorum = judges.length,
    name = `panel(${judges.map((judge) => judge.name).join(', ')})`,
  } = options
  checkPanel(judges, vote, quorum)
  const missing = judges.find(({ unavailable }) => unavailable !== undefined)
  let fingerprint: string | undefined
  return {
    name,
    kind: judges.some(({ kind }) => kind === 'llm') ? 'llm' : 'custom',
    // When it is asked for, since those of the members may take some time to make.
    get fingerprint() {
      return (fingerprint ??= judgeFingerprint({ panel: judges.map((judge) => judge.fingerprint), vote, quorum }))
    },
    members: judges,
    ...(missing?.unavailable !== undefined && { unavailable: `${missing.name}: ${missing.unavailable}` }),
    async warmUp() {
      await Promise.all(judges.map(async (judge) => judge.warmUp?.()))
    },
    async judge(request, callOptions = {}) {
      const { ask = askDirectly(callOptions) } = callOptions
      const votes = await Promise.all(
        judges.map((judge): Promise<Vote> =>
          ask(judge, request).then(
            (judgement) => ({ name: judge.name, judgement }),
            (error: unknown) => ({
              name: judge.name,
              error: error instanceof Error ? error : new Error(String(error)),
            }),
          ),
        ),
      )
      callOptions.signal?.throwIfAborted()
      return tally(votes, { vote, quorum })
    },
  }
}

/** How a composite judge asks its members where nobody says otherwise. */
export function askDirectly(options: JudgeCallOptions): NonNullable<JudgeCallOptions['ask']> {
  return (judge, request) => judge.judge(request, options)
}

function checkPanel(judges: readonly Judge[], vote: string, quorum: number): void {
  if (!Array.isArray(judges) || judges.length < 2) {
    throw new TypeError('panelJudge: expected a list of at least two judges, e.g. [openAIJudge(…), openAIJudge(…)]')
  }
  if (!['mean', 'median', 'majority'].includes(vote)) {
    throw new TypeError(`panelJudge: expected vote as 'mean', 'median' or 'majority', got ${JSON.stringify(vote)}`)
  }
  if (!Number.isInteger(quorum) || quorum < 1 || quorum > judges.length) {
    throw new TypeError(`panelJudge: expected quorum as a whole number from 1 to ${judges.length}, got ${quorum}`)
  }
}

/** @throws {JudgeError} where fewer than the quorum answered */
function tally(votes: readonly Vote[], { vote, quorum }: { vote: string; quorum: number }): Judgement {
  const answered = votes.flatMap((one) => ('judgement' in one ? [one] : []))
  const usage = addUsage(votes.map((one) => ('judgement' in one ? one.judgement.usage : usageOf(one.error))))
  if (answered.length < quorum) throw failed(votes, quorum, usage)
  const values = answered.flatMap(({ judgement: { value } }) => (value === null ? [] : [value]))
  const rationale = votes.map(lineOf).join('\n')
  const served = answered.flatMap(({ judgement: { servedModel } }) => servedModel ?? [])
  const common = {
    rationale,
    ...(usage !== undefined && { usage }),
    ...(served.length > 0 && { servedModel: served.join(', ') }),
  }
  if (values.length * 2 <= votes.length) {
    const why = answered.flatMap(({ name, judgement: { declined } }) =>
      declined === undefined ? [] : `${name}: ${declined}`,
    )
    const failures = votes.length - answered.length
    const also = failures > 0 ? `; ${failures} failed` : ''
    return {
      ...common,
      value: null,
      declined: `only ${values.length} of ${votes.length} judged${also}. ${why.join('; ')}`,
    }
  }
  return { ...common, value: valueOf(values, vote) }
}

function valueOf(values: number[], vote: string): number {
  if (vote === 'mean') return values.reduce((sum, value) => sum + value, 0) / values.length
  const median = quantile({ values, q: 0.5 }).value
  if (vote === 'median') return median
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const favourites = [...counts].filter(([, count]) => count === most)
  return favourites.length === 1 ? (favourites[0]?.[0] ?? median) : median
}

function lineOf(one: Vote): string {
  if ('error' in one) return `${one.name}: failed (${one.error.message})`
  const { value, rationale, declined } = one.judgement
  return value === null
    ? `${one.name}: declined (${declined ?? rationale})`
    : `${one.name}: ${round(value)} (${rationale})`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** A failure that stays goes before one that passes by itself, so that standing in for an outage hides nothing. */
function failed(votes: readonly Vote[], quorum: number, usage: Judgement['usage']): Error {
  const errors = votes.flatMap((one) => ('error' in one ? [one.error] : []))
  const [first] = errors.toSorted((a, b) => Number(isOutage(a)) - Number(isOutage(b)))
  const told = votes.flatMap((one) => ('error' in one ? [`${one.name}: ${one.error.message}`] : []))
  const message =
    `expected ${quorum} of ${votes.length} judges to answer, got ${votes.length - errors.length}: ` +
    `see to those that failed, or lower the quorum. ${told.join('; ')}`
  return new JudgeError(message, {
    reason: first instanceof JudgeError ? first.reason : 'request',
    cause: first,
    ...(usage !== undefined && { usage }),
  })
}

function usageOf(error: Error): Judgement['usage'] {
  return error instanceof JudgeError ? error.usage : undefined
}
