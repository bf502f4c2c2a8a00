import type { Database } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Store } from '../store.js'
import { boolean, checked, defined, json } from './from-row.js'
import { outcomeReader } from './outcome-reader.js'
import { storedCaseSchema, storedFileSchema, storedRunSchema } from './stored-schema.js'
import type { CaseRow, ErrorRow, ReplyRow, RunRow, ScoreRow, Tables, TrialRow } from './tables.js'

export interface RunReader extends Pick<Store, 'run' | 'runIds' | 'cases' | 'files'> {
  runs(limit: number): ReturnType<Store['runs']>
  outcomes(runId: string, only: { key?: string }): ReturnType<Store['outcomes']>
}

/** Reads over the writer's own connection. This module is loaded with the first read: a test run needs none. */
export function runReader(database: Database): RunReader {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })

  /** One read transaction: another process may be replacing cases at this moment. */
  function readRows(runId: string) {
    return db.transaction().execute(async (snapshot) => {
      const cases = snapshot.selectFrom('cases').where('run_id', '=', runId)
      const ids = cases.select('id')
      return {
        cases: await cases.selectAll().orderBy('id').execute(),
        trials: await snapshot
          .selectFrom('trials')
          .selectAll()
          .where('case_id', 'in', ids)
          .orderBy('case_id')
          .orderBy('ordinal')
          .execute(),
        replies: await snapshot
          .selectFrom('replies')
          .selectAll()
          .where('case_id', 'in', ids)
          .orderBy('case_id')
          .orderBy('trial')
          .orderBy('ordinal')
          .execute(),
        scores: await snapshot
          .selectFrom('scores')
          .selectAll()
          .where('case_id', 'in', ids)
          .orderBy('case_id')
          .orderBy('trial')
          .orderBy('ordinal')
          .execute(),
        errors: await snapshot.selectFrom('errors').selectAll().where('case_id', 'in', ids).orderBy('id').execute(),
      }
    })
  }

  return {
    async runs(limit) {
      const rows = await db
        .selectFrom('runs')
        .selectAll()
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => checked(storedRunSchema, () => toRun(row), `run ${row.id}`, database.name))
    },

    async run(id) {
      const row = await db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : checked(storedRunSchema, () => toRun(row), `run ${id}`, database.name)
    },

    async runIds() {
      const rows = await db
        .selectFrom('runs')
        .select('id')
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(({ id }) => id)
    },

    outcomes: outcomeReader(database),

    async files(runId) {
      const rows = await db
        .selectFrom('files')
        .selectAll()
        .where('run_id', '=', runId)
        .orderBy('project')
        .orderBy('file')
        .execute()
      return rows.map((row) =>
        checked(
          storedFileSchema,
          () => ({ ...row, collected: json(row.collected), broken: json(row.broken) }),
          `test file ${row.file} of run ${runId}`,
          database.name,
        ),
      )
    },

    async cases(runId) {
      const rows = await readRows(runId)
      const below: RowsBelow = {
        trials: groupBy(rows.trials, (row) => row.case_id),
        replies: groupBy(rows.replies, trialKey),
        scores: groupBy(rows.scores, trialKey),
        errors: groupBy(rows.errors, trialKey),
      }
      return rows.cases.map((row) =>
        checked(storedCaseSchema, () => toCase(row, below), `case ${row.id} (${row.name})`, database.name),
      )
    },
  }
}

interface RowsBelow {
  trials: Map<number, TrialRow[]>
  replies: Map<string, ReplyRow[]>
  scores: Map<string, ScoreRow[]>
  errors: Map<string, ErrorRow[]>
}

const trialKey = (row: { case_id: number; trial: number | null }) => `${row.case_id}/${row.trial ?? ''}`

function groupBy<T, K>(rows: T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

function toRun(row: RunRow): unknown {
  return {
    id: row.id,
    startedAt: row.started_at,
    commit: row.commit_sha,
    branch: row.branch,
    dirty: boolean(row.dirty),
    ci: boolean(row.ci),
    versions: json(row.versions),
    judge: defined({
      name: row.judge_name,
      fingerprint: row.judge_fingerprint,
      standIn: row.judge_stand_in ?? undefined,
    }),
    result: row.finished_at === null ? null : toResult(row),
  }
}

function toResult(row: RunRow): unknown {
  return defined({
    finishedAt: row.finished_at,
    outcome: row.outcome,
    reason: row.reason,
    passed: row.passed,
    failed: row.failed,
    skipped: row.skipped,
    judged: row.judged,
    notJudged: row.not_judged,
    errors: row.errors,
    partial: row.partial === null ? undefined : row.partial === '' ? null : row.partial,
  })
}

function toCase(row: CaseRow, below: RowsBelow): unknown {
  return defined({
    project: row.project,
    file: row.file,
    name: row.name,
    key: row.key,
    suite: row.suite,
    line: row.line ?? undefined,
    state: row.state,
    case: json(row.dataset_row),
    acceptance: json(row.acceptance),
    passed: boolean(row.passed) ?? undefined,
    trials: (below.trials.get(row.id) ?? []).map((trial) => toTrial(trial, below)),
    inputs: json(row.inputs),
    contextHash: row.context_hash ?? undefined,
    metrics: json(row.metrics),
    reply: replyText(row, below),
    errors: (below.errors.get(trialKey({ case_id: row.id, trial: null })) ?? []).map(toError),
    latenciesMs: json(row.latencies_ms),
    assistantUsage: json(row.assistant_usage),
    judgeUsage: json(row.judge_usage),
  })
}

function replyText(row: CaseRow, below: RowsBelow): string | undefined {
  if (row.reply_trial === null || row.reply_ordinal === null) return row.reply ?? undefined
  return below.replies.get(trialKey({ case_id: row.id, trial: row.reply_trial }))?.[row.reply_ordinal]?.text
}

function toTrial(row: TrialRow, below: RowsBelow): unknown {
  const key = trialKey({ case_id: row.case_id, trial: row.ordinal })
  return {
    attempt: row.attempt,
    repeat: row.repeat,
    trial: row.trial,
    replies: (below.replies.get(key) ?? []).map(toReply),
    scores: (below.scores.get(key) ?? []).map(toScore),
    errors: (below.errors.get(key) ?? []).map(toError),
    passed: boolean(row.passed),
  }
}

function toReply(row: ReplyRow): unknown {
  return defined({
    input: row.input,
    text: row.text,
    durationMs: row.duration_ms ?? undefined,
    firstTokenMs: row.first_token_ms ?? undefined,
    context: json(row.context),
    usage: json(row.usage),
    replayed: row.replayed === 1 ? true : undefined,
  })
}

function toScore(row: ScoreRow): unknown {
  return defined({
    metric: row.metric,
    id: row.assertion_id ?? undefined,
    unit: row.unit,
    direction: row.direction ?? undefined,
    tolerance: row.tolerance ?? undefined,
    value: row.value,
    threshold: row.threshold,
    negated: boolean(row.negated),
    passed: boolean(row.passed),
    rationale: row.rationale,
    declined: row.declined ?? undefined,
    error: row.error ?? undefined,
    judge: defined({
      name: row.judge_name,
      kind: row.judge_kind,
      fingerprint: row.judge_fingerprint,
      standIn: row.judge_stand_in ?? undefined,
      servedModel: row.judge_served_model ?? undefined,
    }),
    expectation: json(row.expectation),
    reply: row.reply,
    usage: json(row.usage),
    replayed: row.replayed === 1 ? true : undefined,
  })
}

function toError(row: ErrorRow): unknown {
  return { stage: row.stage, message: row.message }
}
