import type { Database, RunResult } from 'better-sqlite3'
import type { EvaluatedCase } from '../../evaluation/evaluated-case.js'
import type { ErrorRecord, ReplyRecord, ScoreRecord, TrialRecord } from '../../evaluation/record-schema.js'
import { wellFormed } from './well-formed.js'
import type { Value } from './well-formed.js'

/**
 * Writes cases with statements that are prepared once. Run it in a transaction.
 * A query builder here cost more than the writing itself.
 */
export function caseWriter(database: Database): (runId: string, cases: readonly EvaluatedCase[]) => void {
  function insert(verb: string, table: string, columns: string): (...values: Value[]) => RunResult {
    const statement = database.prepare(`${verb} INTO ${table} (${columns}) VALUES (${columns.replaceAll(/\w+/g, '?')})`)
    return (...values) => statement.run(wellFormed(values))
  }

  const insertCase = insert(
    'INSERT OR REPLACE',
    'cases',
    'run_id, project, file, name, key, suite, line, state, passed, dataset_row, acceptance, inputs, context_hash, metrics, ' +
      'reply_trial, reply_ordinal, reply, latencies_ms, assistant_usage, judge_usage',
  )
  const insertTrial = insert('INSERT', 'trials', 'case_id, ordinal, attempt, repeat, trial, passed')
  const insertReply = insert(
    'INSERT',
    'replies',
    'case_id, trial, ordinal, input, text, duration_ms, first_token_ms, context, usage, replayed',
  )
  const insertScore = insert(
    'INSERT',
    'scores',
    'case_id, trial, ordinal, metric, assertion_id, unit, direction, tolerance, value, threshold, negated, passed, rationale, ' +
      'declined, error, judge_name, judge_kind, judge_fingerprint, judge_stand_in, judge_served_model, expectation, reply, usage, ' +
      'replayed',
  )
  const insertError = insert('INSERT', 'errors', 'case_id, trial, stage, message')

  function writeCase(runId: string, evaluated: EvaluatedCase): void {
    const reply = findReply(evaluated)
    const { lastInsertRowid } = insertCase(
      runId,
      evaluated.project,
      evaluated.file,
      evaluated.name,
      evaluated.key,
      evaluated.suite,
      evaluated.line ?? null,
      evaluated.state,
      flag(evaluated.passed ?? null),
      json(evaluated.case),
      json(evaluated.acceptance),
      json(evaluated.inputs),
      evaluated.contextHash ?? null,
      json(evaluated.metrics),
      reply?.trial ?? null,
      reply?.ordinal ?? null,
      reply === null ? (evaluated.reply ?? null) : null,
      json(evaluated.latenciesMs),
      json(evaluated.assistantUsage),
      json(evaluated.judgeUsage),
    )
    const caseId = Number(lastInsertRowid)
    evaluated.trials.forEach((trial, ordinal) => writeTrial(caseId, ordinal, trial))
    for (const error of evaluated.errors) writeError(caseId, null, error)
  }

  function writeTrial(caseId: number, ordinal: number, trial: TrialRecord): void {
    insertTrial(caseId, ordinal, trial.attempt, trial.repeat, trial.trial, flag(trial.passed))
    trial.replies.forEach((reply, index) => writeReply(caseId, ordinal, index, reply))
    trial.scores.forEach((score, index) => writeScore(caseId, ordinal, index, score))
    for (const error of trial.errors) writeError(caseId, ordinal, error)
  }

  function writeReply(caseId: number, trial: number, ordinal: number, reply: ReplyRecord): void {
    insertReply(
      caseId,
      trial,
      ordinal,
      reply.input,
      reply.text,
      reply.durationMs ?? null,
      reply.firstTokenMs ?? null,
      json(reply.context),
      json(reply.usage),
      reply.replayed === true ? 1 : null,
    )
  }

  function writeScore(caseId: number, trial: number, ordinal: number, score: ScoreRecord): void {
    insertScore(
      caseId,
      trial,
      ordinal,
      score.metric,
      score.id ?? null,
      score.unit,
      score.direction ?? null,
      score.tolerance ?? null,
      score.value,
      score.threshold,
      flag(score.negated),
      flag(score.passed),
      score.rationale,
      score.declined ?? null,
      score.error ?? null,
      score.judge.name,
      score.judge.kind,
      score.judge.fingerprint,
      score.judge.standIn ?? null,
      score.judge.servedModel ?? null,
      json(score.expectation),
      score.reply,
      json(score.usage),
      score.replayed === true ? 1 : null,
    )
  }

  function writeError(caseId: number, trial: number | null, error: ErrorRecord): void {
    insertError(caseId, trial, error.stage, error.message)
  }

  return (runId, cases) => {
    for (const evaluated of cases) writeCase(runId, evaluated)
  }
}

/** Where among the trials the case's reply is, so that its text is kept once. */
function findReply({ reply, trials }: EvaluatedCase): { trial: number; ordinal: number } | null {
  if (reply === undefined) return null
  for (const [trial, { replies }] of trials.entries()) {
    const ordinal = replies.findIndex(({ text }) => text === reply)
    if (ordinal !== -1) return { trial, ordinal }
  }
  return null
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value)
}
