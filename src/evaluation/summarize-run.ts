import { quantile } from '../statistics/quantile.js'
import { correctedPassRate, type CorrectedPassRate } from './corrected-pass-rate.js'
import type { EvaluatedCase } from './evaluated-case.js'
import { scoreOutcome } from './evaluate-metrics.js'
import type { JudgeAccuracy } from './judge-accuracy.js'
import { judgedPassRates } from './judged-pass-rates.js'
import { lengthBias } from './length-bias.js'
import type { ScoreRecord, TrialRecord } from './record-schema.js'
import type { JudgeSummary, RunSummary, SuiteSummary } from './run-summary.js'
import { metricMeans } from './metric-means.js'
import { isJudgement } from './score-unit.js'
import { sumUsage } from './sum-usage.js'
import { unpricedModels } from './unpriced-models.js'

/**
 * A run as reports show it: a row a suite, and who judged. A suite's acceptance test is no case of its own.
 * Times, costs and what is only recorded are no judgements: they are not counted as judged, and who measured them is not named
 * among the judges. Pass rates are corrected by what is known of their judges.
 */
export function summarizeRun(cases: readonly EvaluatedCase[], accuracies: readonly JudgeAccuracy[] = []): RunSummary {
  const suites = groupBy(cases, ({ project, file, suite }) => keyOf(project, file, suite))
    .map((members) => summarizeSuite(members, accuracies))
    .sort((a, b) => compare(a.project, b.project) || compare(a.file, b.file) || compare(a.suite, b.suite))
  const judgements = cases.flatMap(judgementsOf)
  const trials = cases.flatMap((member) => member.trials)
  return {
    suites,
    judges: judgesOf(judgements),
    judged: sum(suites.map((suite) => suite.judged)),
    notJudged: sum(suites.map((suite) => suite.notJudged)),
    errors: sum(suites.map((suite) => suite.errors)),
    replayed: {
      judgements: judgements.filter((score) => score.replayed === true).length,
      replies: sum(cases.map(({ trials }) => sum(trials.map(replayedReplies)))),
    },
    notJudgedReasons: reasonsOf(cases.flatMap(({ trials }) => trials.flatMap(({ scores }) => scores))),
    assistantUsage: sumUsage(suites.map((suite) => suite.assistantUsage)),
    judgeUsage: sumUsage(suites.map((suite) => suite.judgeUsage)),
    unpricedModels: unpricedModels(trials),
    lengthBias: lengthBias(trials),
    passRates: passRatesOf(cases, accuracies),
  }
}

function replayedReplies({ replies }: TrialRecord): number {
  return replies.filter((reply) => reply.replayed === true).length
}

function summarizeSuite(members: Group<EvaluatedCase>, accuracies: readonly JudgeAccuracy[]): SuiteSummary {
  const [{ project, file, suite }] = members
  const cases = members.filter((member) => member.acceptance === undefined)
  const acceptance = members.find((member) => member.acceptance !== undefined)?.acceptance
  const count = (state: EvaluatedCase['state']) => cases.filter((member) => stateOf(member) === state).length
  const outcomes = members.flatMap(judgementsOf).map(scoreOutcome)
  return {
    project,
    file,
    suite,
    cases: cases.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    judged: outcomes.filter((outcome) => outcome === 'passed' || outcome === 'missed').length,
    notJudged: outcomes.filter((outcome) => outcome === 'declined').length,
    errors: sum(members.map((member) => member.errors.length)),
    metrics: metricMeans(members),
    passRates: passRatesOf(members, accuracies),
    latency: latencyOf(members.flatMap((member) => member.latenciesMs)),
    assistantUsage: sumUsage(members.map((member) => member.assistantUsage)),
    judgeUsage: sumUsage(members.map((member) => member.judgeUsage)),
    ...(acceptance && { acceptance }),
  }
}

/** In an acceptance suite a test passes though its case missed. */
function stateOf(member: EvaluatedCase): EvaluatedCase['state'] {
  return member.state === 'passed' && member.passed === false ? 'failed' : member.state
}

function judgementsOf(member: EvaluatedCase): ScoreRecord[] {
  const judgements: ScoreRecord[] = []
  for (const { scores } of member.trials) for (const score of scores) if (isJudgement(score)) judgements.push(score)
  return judgements
}

function passRatesOf(cases: readonly EvaluatedCase[], accuracies: readonly JudgeAccuracy[]): CorrectedPassRate[] {
  return judgedPassRates(cases).map((rate) => correctedPassRate(rate, accuracies))
}

function latencyOf(milliseconds: readonly number[]): SuiteSummary['latency'] {
  if (milliseconds.length === 0) return null
  return {
    p50Ms: quantile({ values: milliseconds, q: 0.5 }).value,
    p95Ms: quantile({ values: milliseconds, q: 0.95 }).value,
    n: milliseconds.length,
  }
}

/** A judge that only failed is named all the same, with 0 judgements. */
function judgesOf(judgements: readonly ScoreRecord[]): JudgeSummary[] {
  return groupBy(judgements, ({ judge: { name, fingerprint, standIn, servedModel } }) =>
    keyOf(name, fingerprint, standIn, servedModel),
  )
    .map((group) => ({
      ...group[0].judge,
      judgements: group.filter((score) => scoreOutcome(score) !== 'errored').length,
    }))
    .sort((a, b) => b.judgements - a.judgements || compare(a.name, b.name) || compare(a.fingerprint, b.fingerprint))
}

/** Of times too: that of a replayed reply is no judgement that is missing, and still was not held against its limit. */
function reasonsOf(scores: readonly ScoreRecord[]): RunSummary['notJudgedReasons'] {
  const declined = scores.filter((score) => scoreOutcome(score) === 'declined')
  return groupBy(declined, reasonOf)
    .map((group) => ({ reason: reasonOf(group[0]), count: group.length }))
    .sort((a, b) => b.count - a.count || compare(a.reason, b.reason))
}

function reasonOf(score: ScoreRecord): string {
  return score.declined ?? score.rationale
}

// Joined and not as JSON, since it is made for every score.
function keyOf(...parts: (string | undefined)[]): string {
  return parts.join('\0')
}

type Group<Item> = [Item, ...Item[]]

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Group<Item>[] {
  const groups = new Map<string, Group<Item>>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
