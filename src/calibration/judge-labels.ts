import { Cassettes } from '../cassette/cassettes.js'
import { Cancellation } from '../judges/cancellation.js'
import { JudgeCaller } from '../judge-service/judge-caller.js'
import { JudgeFailure, JudgeService, type JudgeQuestion } from '../judge-service/judge-service.js'
import { sumUsage } from '../evaluation/sum-usage.js'
import { DatasetError } from '../cases/dataset-error.js'
import { JudgeError } from '../judges/judge-error.js'
import type { Judge, Judgement, JudgeUsage } from '../judges/judge.js'
import type { CalibratedReply, Calibration } from './calibration.js'
import { resolveCalibrateOptions, type CalibrateOptions } from './calibrate-options.js'
import { requestOf, type CalibratedMetric, type CheckedReply, type LabelledReply } from './labelled-reply.js'
import { labelScale, type LabelScale } from './label-scale.js'
import { measureAgreement } from './measure-agreement.js'
import { resolveLabels } from './resolve-labels.js'

/** What became of one question. */
interface Answer {
  judgement?: Judgement
  error?: string
  usage?: JudgeUsage
}

/** What `calibrate` does, see there. */
export async function judgeLabels(
  judge: Judge,
  labels: readonly LabelledReply[],
  options?: CalibrateOptions,
): Promise<Calibration> {
  const { limits, intents, passMarks, signal, ...measuring } = resolveCalibrateOptions(options)
  const rows = checkedRows(labels)
  if (judge.unavailable !== undefined) {
    throw new JudgeError(`judge ${judge.name} cannot judge: ${judge.unavailable}`, { reason: 'unavailable' })
  }
  // The way of every judgement of a run, so that what is calibrated is what judges there.
  const service = new JudgeService({
    caller: new JudgeCaller({ limits }),
    // Asked anew each time: what was recorded says how the judge was.
    cassettes: new Cassettes({ root: '', dir: '', mode: 'off' }),
  })
  service.addProject('', { own: { judge }, named: new Map(), intents })
  const answers = await allAnswers(service, rows, signal)
  const metrics = [...new Set(rows.map(({ metric }) => metric))].sort()
  const scales = new Map(metrics.map((metric) => [metric, labelScale(metric, saidOf(rows, metric), passMarks)]))
  const replies = rows.map((row, index) => calibratedReply(row, answers[index] ?? {}, scales.get(row.metric)))
  // The same question asked twice at once is asked once, and paid for once.
  const paid = new Set(answers.map(({ judgement, usage }) => judgement?.usage ?? usage))
  const served = new Set(answers.flatMap(({ judgement }) => judgement?.servedModel ?? []))
  return {
    judge: judge.name,
    fingerprint: judge.fingerprint,
    servedModels: [...served].sort(),
    metrics: [...scales].map(([metric, scale]) =>
      measureAgreement({ metric, scale, replies: replies.filter((reply) => reply.metric === metric), ...measuring }),
    ),
    replies,
    usage: sumUsage([...paid]),
  }
}

/** @throws {DatasetError} with everything that is wrong */
function checkedRows(labels: readonly LabelledReply[]): CheckedReply[] {
  if (!Array.isArray(labels) || labels.length === 0) {
    throw new DatasetError('labels', [{ message: 'expected a list of labelled replies, got none' }])
  }
  const { replies, problems } = resolveLabels(labels.map((value: unknown, index) => ({ value, line: index })))
  if (problems.length === 0) return replies
  throw new DatasetError(
    'labels',
    problems.map(({ line, field, message }) => ({
      field: `[${line ?? 0}]${field === undefined ? '' : `.${field}`}`,
      message,
    })),
  )
}

function saidOf(rows: readonly CheckedReply[], metric: CalibratedMetric) {
  return rows.flatMap((row) =>
    row.metric !== metric ? [] : row.label2 === undefined ? row.label : [row.label, row.label2],
  )
}

async function allAnswers(
  service: JudgeService,
  rows: readonly CheckedReply[],
  signal: AbortSignal | undefined,
): Promise<Answer[]> {
  signal?.throwIfAborted()
  // One listener on the caller's signal, however many rows there are.
  const cancellation = new Cancellation()
  const cancel = () => cancellation.abort(signal?.reason)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    const questions = rows.map((row): JudgeQuestion => ({ project: '', trial: 0, request: requestOf(row) }))
    return await Promise.all(questions.map((question) => answerOf(service, question, cancellation)))
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

async function answerOf(service: JudgeService, question: JudgeQuestion, signal: Cancellation): Promise<Answer> {
  try {
    const { judgement } = await service.judge(question, signal)
    return { judgement }
  } catch (error) {
    if (!(error instanceof JudgeFailure)) throw error
    const { usage } = error.cause instanceof JudgeError ? error.cause : {}
    return { error: error.message, ...(usage && { usage }) }
  }
}

function calibratedReply(
  { id, metric, label, label2 }: CheckedReply,
  { judgement, error }: Answer,
  scale: LabelScale | undefined,
): CalibratedReply {
  if (scale === undefined) throw new Error(`no scale is known for ${metric}`)
  const value = judgement?.value ?? null
  return {
    ...(id !== undefined && { id }),
    metric,
    label: scale.labelOf(label),
    ...(label2 !== undefined && { label2: scale.labelOf(label2) }),
    judged: value === null ? null : scale.labelOfValue(value),
    value,
    rationale: judgement?.rationale ?? '',
    ...(judgement?.declined !== undefined && { declined: judgement.declined }),
    ...(error !== undefined && { error }),
  }
}
