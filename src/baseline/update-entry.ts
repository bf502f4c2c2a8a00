import type { EvaluatedCase, EvaluatedMetric } from '../evaluation/evaluated-case.js'
import { scoreUnits } from '../evaluation/score-unit.js'
import type { BaselineEntry, BaselineScore } from './baseline.js'
import { changedQuestion, judgeId, storedInput } from './comparability.js'
import type { CaseComparison, ComparisonStatus, MetricComparison } from './comparison.js'
import { formatBaseline } from './format-baseline.js'
import { own } from './own.js'
import { runPasses } from './pass-count.js'
import { roundScore, roundSd, roundTrial } from './rounding.js'
import { missingTrials } from './sample.js'
import { storableText } from './storable-text.js'

/** `all` accepts what the run says, `new` only adds, `none` writes nothing. */
export type UpdateMode = 'all' | 'new' | 'none'

export interface EntryUpdate {
  /** `undefined` where no score is left. The same object as before where nothing changed. */
  entry: BaselineEntry | undefined
  /** What was not taken over, and why; a line each. */
  kept: string[]
}

export interface UpdateRules {
  mode: UpdateMode
  partial: boolean
  /** Whether a local judge, or one that stands in, may replace what an LLM judged. Default false. */
  acceptJudgeChange?: boolean | undefined
  /**
   * Whether `all` replaces stable scores too, as it must where their mean fell: each by itself would never be accepted. Default false.
   */
  replaceStable?: boolean | undefined
}

/** Above that many trials, mean and standard deviation stand for their values. */
const MOST_VALUES = 10

type Decision = { take: 'score' | 'removal' } | { keep: string | null }

const accepted: Record<UpdateMode, readonly ComparisonStatus[]> = {
  all: ['degraded', 'improved', 'new', 'removed', 'incomparable'],
  new: ['new'],
  none: [],
}

/**
 * The baseline entry of a case that ran, after the run is accepted: metrics whose change matters are replaced, the others keep
 * what they had. Pure.
 *
 * All scores of an entry belong to one input and context. Where these changed, the entry is replaced whole, and only if
 * every one of its metrics can be.
 */
export function updateEntry(
  before: BaselineEntry | undefined,
  evaluated: EvaluatedCase,
  compared: CaseComparison,
  { mode, partial, acceptJudgeChange = false, replaceStable = false }: UpdateRules,
): EntryUpdate {
  const unchanged = { entry: before, kept: [] }
  if (mode === 'new' && evaluated.errors.length > 0) {
    return compared.metrics.some(({ status }) => status === 'new')
      ? { ...unchanged, kept: [`${compared.key}: not added, for the run had errors in it`] }
      : unchanged
  }
  const decisions = compared.metrics.map((metric) => ({
    metric,
    decision: decide(metric, own(before?.scores, metric.metric), evaluated, {
      mode,
      partial,
      acceptJudgeChange,
      replaceStable,
    }),
  }))
  const kept = decisions.flatMap(({ metric, decision }) =>
    'keep' in decision && decision.keep !== null ? [`${compared.key} › ${metric.metric}: ${decision.keep}`] : [],
  )
  const taken = decisions.filter(({ decision }) => 'take' in decision).map(({ metric }) => metric)
  if (taken.length === 0) return { entry: before, kept }
  const moved = before === undefined ? [] : changedQuestion(before, evaluated)
  if (before !== undefined && moved.length > 0 && !replacesAll(before, taken)) {
    const reason = `its ${moved.join(' and ')} changed, and not all of its scores can be replaced; it stays as it was`
    return { entry: before, kept: [...kept, `${compared.key}: ${reason}`] }
  }
  const entry = rewritten(before, evaluated, taken, mode)
  return { entry: replaceStable && isSame(before, entry) ? before : entry, kept }
}

function isSame(before: BaselineEntry | undefined, after: BaselineEntry | undefined): boolean {
  if (before === undefined || after === undefined) return before === after
  const textOf = (entry: BaselineEntry) => formatBaseline({ version: 1, entries: { entry } })
  return textOf(before) === textOf(after)
}

function decide(
  { status, metric: key, unit }: MetricComparison,
  before: BaselineScore | undefined,
  evaluated: EvaluatedCase,
  { mode, partial, acceptJudgeChange, replaceStable }: UpdateRules,
): Decision {
  if (mode === 'all' && status === 'errored') return { keep: 'kept, for there were errors in the run' }
  if (mode === 'all' && status === 'declined') return { keep: 'kept, for it was not judged in this run' }
  const replaced = mode === 'all' && status === 'stable' && replaceStable === true
  if (!replaced && !accepted[mode].includes(status)) return { keep: null }
  if (status === 'removed') return partial ? { keep: 'kept, for only a part of the tests ran' } : { take: 'removal' }
  if (before !== undefined && scoreUnits[unit].inBaseline && acceptJudgeChange !== true) {
    const after = metricOf(evaluated, key)
    if (after !== undefined && isLesserJudge(after, before)) {
      const remedy = 'if that is wanted: npx vitest-judge accept --judge-change'
      return {
        keep: `kept, for it was judged by ${before.judge}, which ${judgeId(after.judge)} does not replace; ${remedy}`,
      }
    }
  }
  return { take: 'score' }
}

/** A judge that stands in, or a local one, does not replace what an LLM judged. */
function isLesserJudge({ judge }: EvaluatedMetric, before: BaselineScore): boolean {
  const judgedByModel = !/^(?:local|code)(?:[/#]|$)/.test(before.judge)
  const lesser = judge.standIn !== undefined || judge.kind === 'local'
  return judgedByModel && lesser && before.judge !== judgeId(judge)
}

function replacesAll(before: BaselineEntry, taken: MetricComparison[]): boolean {
  const replaced = new Set(taken.filter(({ unit }) => scoreUnits[unit].inBaseline).map(({ metric }) => metric))
  return Object.keys(before.scores).every((metric) => replaced.has(metric))
}

function rewritten(
  before: BaselineEntry | undefined,
  evaluated: EvaluatedCase,
  taken: MetricComparison[],
  mode: UpdateMode,
): BaselineEntry | undefined {
  const scores = new Map(Object.entries(before?.scores ?? {}))
  let latencyMs = before === undefined || changedQuestion(before, evaluated).length > 0 ? undefined : before.latencyMs
  for (const { metric: key, status, unit, after } of taken) {
    if (unit === 'ms') latencyMs = after ?? undefined
    else if (status === 'removed') scores.delete(key)
    else {
      const metric = metricOf(evaluated, key)
      if (metric !== undefined && metric.mean !== null) scores.set(key, storedScore(metric, metric.mean, evaluated))
    }
  }
  if (scores.size === 0) return undefined
  const onlyRemoves = taken.every(({ status }) => status === 'removed')
  const keepsReply = before !== undefined && (mode === 'new' || onlyRemoves || evaluated.reply === undefined)
  return {
    input: storedInput(evaluated.inputs),
    ...(evaluated.contextHash !== undefined && { context: evaluated.contextHash }),
    scores: Object.fromEntries(scores),
    ...(keepsReply ? passesOf(before) : storedPasses(evaluated)),
    ...(latencyMs !== undefined && { latencyMs }),
    reply: keepsReply ? before.reply : storableText(evaluated.reply ?? ''),
  }
}

type StoredPasses = Pick<BaselineEntry, 'passed' | 'trials'>

function passesOf({ passed, trials }: BaselineEntry): StoredPasses {
  return { ...(passed !== undefined && { passed }), ...(trials !== undefined && { trials }) }
}

function storedPasses(evaluated: EvaluatedCase): StoredPasses {
  const { passed, trials } = runPasses(evaluated)
  return trials === 0 ? {} : { passed, ...(trials > 1 && { trials }) }
}

function storedScore(metric: EvaluatedMetric, mean: number, evaluated: EvaluatedCase): BaselineScore {
  const values = metric.values.filter((value) => value !== null)
  const trials = values.length
  const declined = missingTrials(metric, evaluated)
  return {
    score: roundScore(mean, metric.unit),
    ...(metric.unit === 'number' && { unit: metric.unit }),
    ...(trials > 1 && { trials }),
    ...(trials > 1 && metric.sd !== undefined && { sd: roundSd(metric.sd, metric.unit) }),
    ...(trials > 1 &&
      trials <= MOST_VALUES && {
        // Their order says nothing, and sorted they differ less from run to run.
        values: values.map((value) => roundTrial(value, metric.unit)).sort((a, b) => a - b),
      }),
    ...(declined > 0 && { declined }),
    expects: metric.expectationHash,
    judge: judgeId(metric.judge),
    ...(metric.judge.servedModel !== undefined && { served: storableText(metric.judge.servedModel) }),
    rationale: storableText(metric.rationale),
  }
}

function metricOf(evaluated: EvaluatedCase, key: string): EvaluatedMetric | undefined {
  return evaluated.metrics.find((metric) => scoreUnits[metric.unit].inBaseline && storableText(metric.key) === key)
}
