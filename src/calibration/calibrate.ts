import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Judge } from '../judges/judge.js'
import type { Calibration } from './calibration.js'
import type { CalibrateOptions } from './calibrate-options.js'
import type { LabelledReply } from './labelled-reply.js'

/**
 * Measures how far a judge agrees with people: it is asked about every labelled reply, and what it says is held against the label.
 *
 * The value of a judgement becomes a label of the metric's scale: quality the nearest of 1 to 5, intent and entities whether they pass,
 * a criterion its verdict, a preference its side. Kappa is weighted quadratically where labels have an order (quality, and
 * criteria of three verdicts), and its interval is a seeded bootstrap; of pass and fail there are sensitivity and specificity. What
 * the judge declines or fails at is counted apart and is never a label. Where replies have a `label2`, the agreement of the two people
 * stands beside that of the judge: more can hardly be asked of it. One call a row, at most `maxInFlight` at once.
 *
 * @param labels rows, or a file of them (`.jsonl`, `.json`, `.yaml`), from the working directory
 * @throws {DatasetError} naming file, line and field of everything that is wrong in the labels
 * @throws {JudgeError} for a judge that cannot judge at all, e.g. without its key
 * @throws {TypeError} for an unknown or wrong option
 * @throws the signal's reason, once it is aborted
 * @example
 * const { metrics } = await calibrate(openAIJudge({ model: 'gpt-4.1-mini' }), 'labels.jsonl')
 * metrics[0]?.kappa // { value: 0.71, lower: 0.62, upper: 0.79, n: 200 }
 */
export async function calibrate(
  judge: Judge,
  labels: readonly LabelledReply[] | string | URL,
  options?: CalibrateOptions,
): Promise<Calibration> {
  // Whoever configures a judge loads this file too, and most never calibrate.
  const { judgeLabels } = await import('./judge-labels.js')
  if (typeof labels !== 'string' && !(labels instanceof URL)) return judgeLabels(judge, labels, options)
  const { readLabels } = await import('./read-labels.js')
  return judgeLabels(judge, readLabels(typeof labels === 'string' ? resolve(labels) : fileURLToPath(labels)), options)
}
