import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, schemaVersion } from '../../../src/store/sqlite/migrate.js'
import { migrations } from '../../../src/store/sqlite/migrations.js'
import { temporaryFolder } from '../temporary-folder.js'

let database: Database.Database
beforeEach(() => {
  database = new Database(':memory:')
})
afterEach(() => database.close())

const version = () => database.pragma('user_version', { simple: true })
const tables = () => database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all()

test('a fresh file gets all tables, and a second time changes nothing', () => {
  migrate(database)
  expect(version()).toBe(migrations.length)
  expect(tables()).toEqual(['cases', 'errors', 'files', 'replies', 'runs', 'scores', 'trials'])
  const changes = database.prepare('SELECT total_changes()').pluck()
  const before = changes.get()
  migrate(database)
  expect(changes.get()).toBe(before)
})

test('an older file goes only through the steps that it lacks, and keeps its rows', () => {
  const steps = ['CREATE TABLE a (x)', 'INSERT INTO a VALUES (1)', 'CREATE TABLE b (y)']
  migrate(database, steps.slice(0, 2))
  migrate(database, steps)
  expect(version()).toBe(3)
  expect(tables()).toEqual(['a', 'b'])
  expect(database.prepare('SELECT x FROM a').pluck().all()).toEqual([1])
})

test('a step that fails takes back the ones before it', () => {
  expect(() => migrate(database, ['CREATE TABLE a (x)', 'CREATE TABLE oops'])).toThrow()
  expect(version()).toBe(0)
  expect(tables()).toEqual([])
  migrate(database)
  expect(version()).toBe(migrations.length)
})

test('a file that another process migrates while it is looked at is not taken for a foreign one', async () => {
  const file = join(await temporaryFolder(), 'results.db')
  const other = new Database(file)
  other.pragma('journal_mode = WAL')
  const looking = new Database(file)
  const pragma = looking.pragma.bind(looking)
  looking.pragma = (...args) => {
    const result = pragma(...args)
    if (args[0] === 'application_id') migrate(other)
    return result
  }
  expect(schemaVersion(looking)).toBe(0)
  expect(schemaVersion(looking)).toBe(migrations.length)
  looking.close()
  other.close()
})

test('deleting a run deletes all that is below it', () => {
  database.pragma('foreign_keys = ON')
  migrate(database)
  database.exec(`
    INSERT INTO runs (id, started_at, ci, versions, judge_name, judge_fingerprint) VALUES ('r', '', 0, '{}', '', '');
    INSERT INTO cases (id, run_id, project, file, name, key, suite, state, inputs, metrics, latencies_ms, assistant_usage,
      judge_usage) VALUES (1, 'r', '', '', '', '', '', 'passed', '[]', '[]', '[]', '{}', '{}');
    INSERT INTO trials VALUES (1, 0, 0, 0, 0, 1);
    INSERT INTO replies (case_id, trial, ordinal, input, text) VALUES (1, 0, 0, '', '');
    INSERT INTO errors (case_id, trial, stage, message) VALUES (1, 0, 'judge', ''), (1, NULL, 'judge', '');
    DELETE FROM runs;
  `)
  for (const table of tables())
    expect(
      database
        .prepare(`SELECT count(*) FROM ${String(table)}`)
        .pluck()
        .get(),
    ).toBe(0)
})

test.for([
  ['the newest runs', 'SELECT * FROM runs ORDER BY started_at DESC, id DESC LIMIT 20', 'runs_by_time'],
  ['a case over runs', `SELECT * FROM cases WHERE key = 'a' ORDER BY run_id`, 'cases_by_key'],
  ['the cases of a run', `SELECT * FROM cases WHERE run_id = 'r'`, 'sqlite_autoindex_cases_1'],
  ['the errors of a case', 'SELECT * FROM errors WHERE case_id = 1', 'errors_by_case'],
] as const)('%s are found with an index and not sorted', ([, query, index]) => {
  migrate(database)
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[]
  const details = plan.map(({ detail }) => detail).join('\n')
  expect(details).toContain(index)
  expect(details).not.toContain('TEMP B-TREE')
})

test('scores of a file of version 1 are kept', () => {
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 1))
  database.exec(`
    INSERT INTO runs (id, started_at, ci, versions, judge_name, judge_fingerprint) VALUES ('r', 'now', 0, '{}', 'j', 'f');
    INSERT INTO cases VALUES (1, 'r', '', 'f', 'n', 'k', 's', 1, 'passed', NULL, NULL, '[]', NULL, '[]', NULL, NULL, NULL, '[]', '{}', '{}');
    INSERT INTO trials VALUES (1, 0, 0, 0, 0, 1);
    INSERT INTO scores VALUES (1, 0, 0, 'intent', NULL, 'unit', 0.9, 0.8, 0, 1, 'why', NULL, NULL, 'j', 'llm', 'f', NULL, NULL, '{}', 0, NULL);
  `)
  migrate(database)
  expect(database.prepare('SELECT * FROM scores').all()).toMatchObject([
    { metric: 'intent', unit: 'unit', value: 0.9, threshold: 0.8, direction: null, tolerance: null, judge_name: 'j' },
  ])
  database.exec('DELETE FROM cases')
  expect(database.prepare('SELECT * FROM scores').all()).toEqual([])
})
