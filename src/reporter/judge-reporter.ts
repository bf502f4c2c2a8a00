import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Reporter, TestCase, TestModule, TestRunEndReason, TestSpecification, Vitest } from 'vitest/node'
import { RunComparer } from '../baseline/compare.js'
import { gate } from '../baseline/gate.js'
import type { GateVerdict } from '../baseline/gate.js'
import type { UpdateMode } from '../baseline/update-entry.js'
import { calibrationNotices } from '../calibration/calibration-notices.js'
import type { Calibrations } from '../calibration/calibrations.js'
import { calibrationsPath } from '../calibration/calibrations-path.js'
import { judgeAccuracies } from '../calibration/judge-accuracies.js'
import { judgeAgreements } from '../calibration/judge-agreements.js'
import { readCalibrations } from '../calibration/read-calibrations.js'
import type { SettledFile } from '../cassette/cassettes.js'
import { caseKeys } from '../evaluation/case-keys.js'
import type { EvaluatedCase } from '../evaluation/evaluated-case.js'
import { evaluateTest } from '../evaluation/evaluate-test.js'
import { summarizeRun } from '../evaluation/summarize-run.js'
import { terminalReport } from '../reports/terminal/terminal-report.js'
import { readGitProvenance } from '../store/git-provenance.js'
import type { NewRun } from '../store/store.js'
import { BaselineReader } from './baseline-reader.js'
import { KeptResults } from './kept-results.js'
import { orphanBaselines } from './orphan-baselines.js'
import { partialReason } from './partial-run.js'
import type { ReporterOptions } from './reporter-options.js'
import { settleBaselines, type RunModule } from './run-baselines.js'
import { SlicedQueue } from './sliced-queue.js'

/** What one run has brought so far. */
interface RunState {
  startedAt: Date
  baselines: BaselineReader
  comparer: RunComparer
  cases: Map<string, EvaluatedCase>
  broken: Map<string, EvaluatedCase>
  keys: Map<string, string>
  /** Tests by module, as they were collected. */
  tests: Map<string, TestCase[]>
  results: KeptResults | undefined
  notices: string[]
}

/**
 * Brings every test's record to store, baseline, gate and report. It wires these and computes nothing itself.
 * The run's exit code is Vitest's own, and 1 where the gate or `requireJudged` says so.
 */
export class JudgeReporter implements Reporter {
  readonly #vitest: Vitest
  readonly #options: ReporterOptions
  readonly #announced = new Set<string>()
  /** Paths from the root, by module: asked for with every test. */
  readonly #files = new Map<string, string>()
  /** Vitest tells of tests ten times a second, and judging goes on meanwhile: a millisecond of them at a time. */
  readonly #finished = new SlicedQueue<TestCase>((test) => this.#takeIn(test), 5)
  #run: RunState

  constructor(vitest: Vitest, options: ReporterOptions) {
    this.#vitest = vitest
    this.#options = options
    this.#run = this.#newRun()
  }

  /** This process has nothing to do until the workers are up: what is read and loaded now costs no time. */
  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#run = this.#newRun()
    const { baselines, results } = this.#run
    // What is replayed needs no judge.
    const asking = specifications.filter(
      ({ project, moduleId }) =>
        !this.#options.cassettes.warmUp({ project: project.name, file: this.#fileOf({ moduleId }) }),
    )
    const reads = specifications.map(({ project, moduleId }) =>
      baselines.read({ project: project.name, file: this.#fileOf({ moduleId }) }).then(({ baseline }) => {
        // Where there is a baseline, judging is to come.
        if (baseline === null) throw new Error('no baseline')
      }),
    )
    void Promise.any(reads)
      .then(() => Promise.all([asking.length > 0 && this.#options.warmUp(), results?.warmUp()]))
      // No baseline; or what could not be loaded now is told when it is needed.
      .catch(() => undefined)
  }

  onTestModuleCollected(module: TestModule): void {
    const tests = [...module.children.allTests()]
    this.#run.tests.set(module.id, tests)
    const named = tests.map((test) => ({ id: test.id, caseId: test.meta().judge?.case?.id, fullName: test.fullName }))
    for (const [id, key] of caseKeys(named)) this.#run.keys.set(id, key)
  }

  onTestCaseResult(test: TestCase): void {
    this.#finished.add(test)
  }

  #takeIn(test: TestCase): void {
    const evaluated = this.#evaluate(test, test.meta().judge)
    if (evaluated === null) {
      const broken = test.result().state === 'failed' ? this.#evaluate(test, { version: 1, trials: [] }) : null
      if (broken !== null) this.#run.broken.set(test.id, broken)
      return
    }
    const { baselines, cases, comparer } = this.#run
    cases.set(test.id, evaluated)
    // Now, while judging goes on, and not when everybody waits for the end.
    const known = baselines.known(evaluated)
    if (known !== undefined && evaluated.acceptance === undefined) {
      const { project, file } = evaluated
      comparer.compareCase(evaluated, { project, file, baseline: known.baseline })
    }
    this.#announceStandIns(evaluated)
    if (evaluated.trials.length > 0) this.#run.results?.add(evaluated)
  }

  async onTestRunEnd(
    modules: readonly TestModule[],
    _errors: readonly unknown[],
    reason: TestRunEndReason,
  ): Promise<void> {
    this.#finished.drain()
    const { cases, comparer, notices, results } = this.#run
    const evaluated = [...cases.values()]
    const brokenOff = this.#options.brokenOff()
    const partial = brokenOff === undefined ? partialReason(this.#vitest, reason) : 'the run was broken off'
    const mode = this.#updateMode()
    const runModules = this.#runModules(modules)
    const baselines = await settleBaselines(runModules, {
      baselines: this.#run.baselines,
      comparer,
      mode,
      partial: partial !== undefined,
      acceptJudgeChange: this.#options.acceptJudgeChange,
      gate: this.#options.gate,
    })
    const recordings = await this.#options.cassettes.settle(this.#ranFiles(modules), {
      write: mode === 'all' || (this.#options.cassettes.mode === 'record' && this.#vitest.config.shard === undefined),
      partial: partial !== undefined,
    })
    const failures = [...(brokenOff === undefined ? [] : [brokenOff]), ...baselines.failures, ...recordings.failures]
    notices.push(...failures.map(({ message }) => message), ...baselines.kept)
    for (const { key, state, errors } of evaluated) {
      if (state === 'passed') notices.push(...errors.map(({ message }) => `${key}: ${message}`))
    }
    const orphans = await this.#settleOrphans(mode === 'all' && partial === undefined)
    notices.push(...orphans)

    const calibrations = await this.#readCalibrations()
    const summary = summarizeRun(evaluated, judgeAccuracies(calibrations))
    const agreements = judgeAgreements(evaluated, calibrations)
    notices.push(...calibrationNotices(summary.judges, agreements, calibrations))
    const asked = summary.judged + summary.notJudged
    const judgedShare = { required: this.#options.requireJudged, actual: asked === 0 ? null : summary.judged / asked }
    const verdict: GateVerdict =
      this.#vitest.config.shard === undefined
        ? gate(baselines.comparison, this.#options.gate, agreements)
        : { outcome: 'pass', failed: false, reason: 'a shard is compared with no baseline', suites: [] }
    const isJudged = judgedShare.actual === null || judgedShare.actual >= judgedShare.required
    const failed = verdict.failed || !isJudged || failures.length > 0
    if (failed && !this.#vitest.config.watch) process.exitCode = 1

    const state = reason === 'interrupted' ? 'aborted' : failed || reason === 'failed' ? 'failed' : 'passed'
    await results?.finish(
      {
        finishedAt: new Date().toISOString(),
        outcome: state,
        reason: verdict.reason,
        ...countStates(evaluated),
        judged: summary.judged,
        notJudged: summary.notJudged,
        errors: summary.errors,
        partial: partial ?? null,
      },
      runModules,
    )
    const report = terminalReport({
      summary,
      comparison: baselines.comparison,
      verdict,
      agreements,
      judgedShare,
      changes: baselines.changes,
      recordings,
      notices,
      ...this.#options.terminal,
    })
    if (report !== '') this.#vitest.logger.log(report)
  }

  #newRun(): RunState {
    const { store } = this.#options
    const startedAt = new Date()
    const notices: string[] = []
    const results =
      store === false
        ? undefined
        : new KeptResults({
            url: store,
            root: this.#vitest.config.root,
            describeRun: () => this.#describeRun(startedAt),
            onError: ({ message }) => notices.push(`results are not kept: ${message}`),
          })
    const { baseline, tolerances } = this.#options
    return {
      startedAt,
      baselines: new BaselineReader(this.#vitest.config.root, baseline.dir),
      comparer: new RunComparer(tolerances, baseline),
      cases: new Map(),
      broken: new Map(),
      keys: new Map(),
      tests: new Map(),
      results,
      notices,
    }
  }

  async #describeRun(startedAt: Date): Promise<NewRun> {
    const { isCi, env, judge, version } = this.#options
    return {
      startedAt: startedAt.toISOString(),
      ...(await readGitProvenance(this.#vitest.config.root, env)),
      ci: isCi,
      versions: { node: process.versions.node, vitest: this.#vitest.version, 'vitest-judge': version },
      judge: judge(),
    }
  }

  #evaluate(test: TestCase, record: unknown): EvaluatedCase | null {
    const { state, errors = [] } = test.result()
    if (state === 'pending') return null
    const file = this.#fileOf(test.module)
    return evaluateTest({
      record,
      project: test.project.name,
      file,
      name: test.fullName,
      suite: test.parent.type === 'suite' ? test.parent.fullName : file,
      line: test.location?.line,
      key: this.#run.keys.get(test.id),
      state,
      testErrors: errors.map(({ message }) => message),
    })
  }

  /** Files that could not be collected are left out: everything in their baselines would count as removed. */
  #runModules(modules: readonly TestModule[]): RunModule[] {
    const { cases, broken, keys } = this.#run
    return modules.flatMap((module) => {
      const tests = this.#run.tests.get(module.id) ?? []
      if (tests.length === 0 || module.errors().length > 0) return []
      return {
        project: module.project.name,
        file: this.#fileOf(module),
        cases: tests.flatMap(({ id }) => judgedCase(cases.get(id)) ?? []),
        broken: tests.flatMap(({ id }) => broken.get(id) ?? []),
        collected: tests.flatMap(({ id }) => keys.get(id) ?? []),
      }
    })
  }

  #ranFiles(modules: readonly TestModule[]): SettledFile[] {
    return modules.map((module) => {
      const tests = this.#run.tests.get(module.id) ?? []
      const isComplete = module.errors().length === 0 && tests.every((test) => test.result().state === 'passed')
      return { project: module.project.name, file: this.#fileOf(module), isComplete }
    })
  }

  async #settleOrphans(remove: boolean): Promise<string[]> {
    const { root } = this.#vitest.config
    const orphans = await orphanBaselines(root, this.#options.baseline.dir)
    if (remove) await Promise.all(orphans.map((name) => rm(join(root, name))))
    return orphans.map((name) =>
      remove ? `${name}: removed with its test file` : `${name}: its test file is gone; \`vitest run -u\` removes it`,
    )
  }

  /** What cannot be read is told, and is then no calibration. */
  async #readCalibrations(): Promise<Calibrations | null> {
    const name = calibrationsPath(this.#options.baseline.dir)
    try {
      return await readCalibrations(join(this.#vitest.config.root, name), name)
    } catch (error) {
      this.#run.notices.push((error as Error).message)
      return null
    }
  }

  #announceStandIns({ metrics }: EvaluatedCase): void {
    for (const { judge } of metrics) {
      if (judge.standIn === undefined || this.#announced.has(judge.standIn)) continue
      this.#announced.add(judge.standIn)
      this.#vitest.logger.log(`vitest-judge: ${judge.name} stands in for the chosen judge: ${judge.standIn}`)
    }
  }

  #updateMode(): UpdateMode {
    return this.#vitest.config.shard === undefined ? this.#vitest.snapshot.options.updateSnapshot : 'none'
  }

  #fileOf({ moduleId }: { moduleId: string }): string {
    let file = this.#files.get(moduleId)
    if (file === undefined) {
      file = relative(this.#vitest.config.root, moduleId).replaceAll('\\', '/')
      this.#files.set(moduleId, file)
    }
    return file
  }
}

/** A suite's acceptance test has a record and no trial: it is reported, and is no case of a baseline. */
function judgedCase(evaluated: EvaluatedCase | undefined): EvaluatedCase | undefined {
  return evaluated?.acceptance === undefined ? evaluated : undefined
}

function countStates(cases: EvaluatedCase[]): { passed: number; failed: number; skipped: number } {
  const count = (state: EvaluatedCase['state']) => cases.filter((evaluated) => evaluated.state === state).length
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
}
