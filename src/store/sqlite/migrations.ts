/**
 * The schema, as the steps that lead to it: step n takes a file from version n to n + 1. A step that was released is
 * never edited; a change is a new step.
 *
 * Cases are replaced whole, and everything below them goes with them by ON DELETE CASCADE. `trials` and `scores` are
 * kept in the order of their primary key, so a run's rows lie together; `replies` are too long for that.
 * A case's reply is the text of one of its trials, and named by `reply_trial` and `reply_ordinal`; `reply` has a text that
 * is not. In `errors`, `trial` is NULL for the case's own list, which repeats those of its trials and adds the test's.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE runs (
    id TEXT NOT NULL PRIMARY KEY,
    started_at TEXT NOT NULL,
    commit_sha TEXT,
    branch TEXT,
    dirty INTEGER,
    ci INTEGER NOT NULL,
    versions TEXT NOT NULL,
    judge_name TEXT NOT NULL,
    judge_fingerprint TEXT NOT NULL,
    judge_stand_in TEXT,
    finished_at TEXT,
    outcome TEXT,
    reason TEXT,
    passed INTEGER,
    failed INTEGER,
    skipped INTEGER,
    judged INTEGER,
    not_judged INTEGER,
    errors INTEGER
  ) STRICT;
  CREATE INDEX runs_by_time ON runs (started_at, id);

  CREATE TABLE cases (
    id INTEGER NOT NULL PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    project TEXT NOT NULL,
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    suite TEXT NOT NULL,
    line INTEGER,
    state TEXT NOT NULL,
    dataset_row TEXT,
    acceptance TEXT,
    inputs TEXT NOT NULL,
    context_hash TEXT,
    metrics TEXT NOT NULL,
    reply_trial INTEGER,
    reply_ordinal INTEGER,
    reply TEXT,
    latencies_ms TEXT NOT NULL,
    assistant_usage TEXT NOT NULL,
    judge_usage TEXT NOT NULL,
    UNIQUE (run_id, project, file, name)
  ) STRICT;
  CREATE INDEX cases_by_key ON cases (key, run_id);

  CREATE TABLE trials (
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    repeat INTEGER NOT NULL,
    trial INTEGER NOT NULL,
    passed INTEGER,
    PRIMARY KEY (case_id, ordinal)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE replies (
    case_id INTEGER NOT NULL,
    trial INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    input TEXT NOT NULL,
    text TEXT NOT NULL,
    duration_ms REAL,
    first_token_ms REAL,
    context TEXT,
    usage TEXT,
    PRIMARY KEY (case_id, trial, ordinal),
    FOREIGN KEY (case_id, trial) REFERENCES trials (case_id, ordinal) ON DELETE CASCADE
  ) STRICT;

  CREATE TABLE scores (
    case_id INTEGER NOT NULL,
    trial INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    metric TEXT NOT NULL,
    assertion_id TEXT,
    unit TEXT NOT NULL,
    value REAL,
    threshold REAL NOT NULL,
    negated INTEGER NOT NULL,
    passed INTEGER,
    rationale TEXT NOT NULL,
    declined TEXT,
    error TEXT,
    judge_name TEXT NOT NULL,
    judge_kind TEXT NOT NULL,
    judge_fingerprint TEXT NOT NULL,
    judge_stand_in TEXT,
    judge_served_model TEXT,
    expectation TEXT NOT NULL,
    reply INTEGER NOT NULL,
    usage TEXT,
    PRIMARY KEY (case_id, trial, ordinal),
    FOREIGN KEY (case_id, trial) REFERENCES trials (case_id, ordinal) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE errors (
    id INTEGER NOT NULL PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    trial INTEGER,
    stage TEXT NOT NULL,
    message TEXT NOT NULL,
    FOREIGN KEY (case_id, trial) REFERENCES trials (case_id, ordinal) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX errors_by_case ON errors (case_id, trial);
  `,
  // Scores that nothing was asserted of have no threshold, and say which way is better and what is tolerated.
  `
  CREATE TABLE scores_next (
    case_id INTEGER NOT NULL,
    trial INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    metric TEXT NOT NULL,
    assertion_id TEXT,
    unit TEXT NOT NULL,
    direction TEXT,
    tolerance REAL,
    value REAL,
    threshold REAL,
    negated INTEGER NOT NULL,
    passed INTEGER,
    rationale TEXT NOT NULL,
    declined TEXT,
    error TEXT,
    judge_name TEXT NOT NULL,
    judge_kind TEXT NOT NULL,
    judge_fingerprint TEXT NOT NULL,
    judge_stand_in TEXT,
    judge_served_model TEXT,
    expectation TEXT NOT NULL,
    reply INTEGER NOT NULL,
    usage TEXT,
    PRIMARY KEY (case_id, trial, ordinal),
    FOREIGN KEY (case_id, trial) REFERENCES trials (case_id, ordinal) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  INSERT INTO scores_next (
    case_id, trial, ordinal, metric, assertion_id, unit, value, threshold, negated, passed, rationale,
    declined, error, judge_name, judge_kind, judge_fingerprint, judge_stand_in, judge_served_model,
    expectation, reply, usage
  ) SELECT
    case_id, trial, ordinal, metric, assertion_id, unit, value, threshold, negated, passed, rationale,
    declined, error, judge_name, judge_kind, judge_fingerprint, judge_stand_in, judge_served_model,
    expectation, reply, usage
  FROM scores;
  DROP TABLE scores;
  ALTER TABLE scores_next RENAME TO scores;
  `,
  `
  ALTER TABLE scores ADD COLUMN replayed INTEGER;
  ALTER TABLE replies ADD COLUMN replayed INTEGER;
  `,
  // What a later comparison of two runs must know: whether all ran, which tests there were, and which broke before they asked anything.
  // `partial` is NULL of a run that an older version kept, and '' of a whole one.
  `
  ALTER TABLE runs ADD COLUMN partial TEXT;
  ALTER TABLE cases ADD COLUMN passed INTEGER;
  CREATE TABLE files (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    project TEXT NOT NULL,
    file TEXT NOT NULL,
    collected TEXT NOT NULL,
    broken TEXT NOT NULL,
    PRIMARY KEY (run_id, project, file)
  ) STRICT;
  `,
]
