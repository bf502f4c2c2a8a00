/** The tables of `migrations.ts` as they are read. Text in JSON is marked; 0 and 1 stand for false and true. */
export interface Tables {
  runs: RunRow
  cases: CaseRow
  trials: TrialRow
  replies: ReplyRow
  scores: ScoreRow
  errors: ErrorRow
  files: FileRow
}

type Json = string
type Flag = number

export interface RunRow {
  id: string
  started_at: string
  commit_sha: string | null
  branch: string | null
  dirty: Flag | null
  ci: Flag
  versions: Json
  judge_name: string
  judge_fingerprint: string
  judge_stand_in: string | null
  finished_at: string | null
  outcome: string | null
  reason: string | null
  passed: number | null
  failed: number | null
  skipped: number | null
  judged: number | null
  not_judged: number | null
  errors: number | null
  partial: string | null
}

export interface CaseRow {
  id: number
  run_id: string
  project: string
  file: string
  name: string
  key: string
  suite: string
  line: number | null
  state: string
  passed: Flag | null
  dataset_row: Json | null
  acceptance: Json | null
  inputs: Json
  context_hash: string | null
  metrics: Json
  reply_trial: number | null
  reply_ordinal: number | null
  reply: string | null
  latencies_ms: Json
  assistant_usage: Json
  judge_usage: Json
}

export interface TrialRow {
  case_id: number
  ordinal: number
  attempt: number
  repeat: number
  trial: number
  passed: Flag | null
}

export interface ReplyRow {
  case_id: number
  trial: number
  ordinal: number
  input: string
  text: string
  duration_ms: number | null
  first_token_ms: number | null
  context: Json | null
  usage: Json | null
  replayed: Flag | null
}

export interface ScoreRow {
  case_id: number
  trial: number
  ordinal: number
  metric: string
  assertion_id: string | null
  unit: string
  direction: string | null
  tolerance: number | null
  value: number | null
  threshold: number | null
  negated: Flag
  passed: Flag | null
  rationale: string
  declined: string | null
  error: string | null
  judge_name: string
  judge_kind: string
  judge_fingerprint: string
  judge_stand_in: string | null
  judge_served_model: string | null
  expectation: Json
  reply: number
  usage: Json | null
  replayed: Flag | null
}

export interface FileRow {
  run_id: string
  project: string
  file: string
  collected: Json
  broken: Json
}

export interface ErrorRow {
  id: number
  case_id: number
  trial: number | null
  stage: string
  message: string
}
