import type { Database } from 'better-sqlite3'
import type { CaseOutcome } from '../../evaluation/case-outcome.js'
import { boolean, checked, defined, json } from './from-row.js'
import { storedOutcomeSchema } from './stored-schema.js'

type OutcomeRow = Record<'project' | 'file' | 'name' | 'key' | 'suite' | 'state' | 'metrics' | 'trials', string> & {
  passed: number | null
}

/**
 * Reads what became of a run's cases. In SQL of its own: whether a trial was completed is decided where its errors are, as
 * `isCompleted` does, and neither replies nor rationales of single scores are read for it. Where nothing but a declined judgement
 * failed a trial, it was not judged: the judge of the configuration fails a test when it declines.
 */
export function outcomeReader(database: Database): (runId: string, only: { key?: string }) => Promise<CaseOutcome[]> {
  const columns = `
    SELECT project, file, name, key, suite, state, passed, metrics, (
      SELECT json_group_array(CASE
        WHEN EXISTS (SELECT 1 FROM errors WHERE case_id = cases.id AND trial = trials.ordinal AND stage <> 'test')
          OR EXISTS (SELECT 1 FROM scores WHERE case_id = cases.id AND trial = trials.ordinal AND error IS NOT NULL)
          OR (trials.passed = 0
            AND EXISTS (SELECT 1 FROM scores WHERE case_id = cases.id AND trial = trials.ordinal AND value IS NULL)
            AND NOT EXISTS (SELECT 1 FROM scores WHERE case_id = cases.id AND trial = trials.ordinal AND passed = 0)
            AND NOT EXISTS (SELECT 1 FROM errors WHERE case_id = cases.id AND trial = trials.ordinal))
        THEN NULL ELSE trials.passed END ORDER BY ordinal)
      FROM trials WHERE case_id = cases.id
    ) AS trials
    FROM cases WHERE run_id = ?`
  const all = database.prepare<[string], OutcomeRow>(`${columns} ORDER BY id`)
  const ofKey = database.prepare<[string, string], OutcomeRow>(`${columns} AND key = ? ORDER BY id`)
  return (runId, { key }) =>
    Promise.resolve(
      (key === undefined ? all.all(runId) : ofKey.all(runId, key)).map((row) =>
        checked(storedOutcomeSchema, () => toOutcome(row), `case ${row.name} of run ${runId}`, database.name),
      ),
    )
}

function toOutcome({ passed, metrics, trials, ...row }: OutcomeRow): unknown {
  return defined({
    ...row,
    passed: boolean(passed) ?? undefined,
    metrics: json(metrics),
    trials: (json(trials) as (number | null)[]).map(boolean),
  })
}
