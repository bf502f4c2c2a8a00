import type { CaseComparison, ComparisonStatus, MetricComparison } from '../../../src/baseline/comparison.js'
import type { RunSummary, SuiteSummary } from '../../../src/evaluation/run-summary.js'
import type { TerminalReportInput } from '../../../src/reports/terminal/terminal-report.js'

export function makeSuite(suite: Partial<SuiteSummary> = {}): SuiteSummary {
  return {
    project: '',
    file: 'support.test.ts',
    suite: 'support',
    cases: 60,
    passed: 57,
    failed: 3,
    skipped: 0,
    judged: 118,
    notJudged: 0,
    errors: 0,
    metrics: [
      { metric: 'intent', unit: 'unit', mean: 0.912, n: 60 },
      { metric: 'entities', unit: 'unit', mean: 0.97, n: 40 },
      { metric: 'quality', unit: 'unit', mean: 0.85, n: 18 },
    ],
    passRates: [],
    latency: { p50Ms: 12.2, p95Ms: 1834, n: 60 },
    assistantUsage: {},
    judgeUsage: {},
    ...suite,
  }
}

export function makeSummary(summary: Partial<RunSummary> = {}): RunSummary {
  const suites = summary.suites ?? [makeSuite()]
  return {
    suites,
    judges: [{ name: 'local/lexical@1', kind: 'local', fingerprint: 'a1b2c3', judgements: 118 }],
    judged: 118,
    notJudged: 0,
    errors: 0,
    replayed: { judgements: 0, replies: 0 },
    notJudgedReasons: [],
    assistantUsage: {},
    judgeUsage: {},
    unpricedModels: [],
    lengthBias: null,
    passRates: [],
    ...summary,
  }
}

export function makeMetric(metric: Partial<MetricComparison> = {}): MetricComparison {
  const { before = 0.93, after = 0.12 } = metric
  return {
    project: '',
    file: 'support.test.ts',
    key: 'refund-07',
    metric: 'intent',
    status: 'degraded',
    unit: 'unit',
    before,
    after,
    change: before === null || after === null ? null : after - before,
    changed: [],
    ...metric,
  }
}

export function makeCase(compared: Partial<CaseComparison> = {}): CaseComparison {
  const metrics = compared.metrics ?? [makeMetric()]
  return {
    project: '',
    file: 'support.test.ts',
    key: 'refund-07',
    status: metrics[0]?.status ?? 'stable',
    errors: [],
    ...compared,
    metrics,
  }
}

export function makeInput(cases: CaseComparison[] = [], input: Partial<TerminalReportInput> = {}): TerminalReportInput {
  const counts: Record<ComparisonStatus, number> = {
    degraded: 0,
    improved: 0,
    stable: 110,
    new: 0,
    removed: 0,
    errored: 0,
    declined: 0,
    incomparable: 0,
  }
  for (const { status } of cases.flatMap((compared) => compared.metrics)) counts[status]++
  return {
    summary: makeSummary(),
    comparison: { cases, counts, declinedTwice: [], servedModelChanges: [] },
    verdict: {
      outcome: 'pass',
      failed: false,
      reason: '110 scores compared with the baseline, none worse.',
      suites: [],
    },
    judgedShare: { required: 0, actual: 1 },
    changes: [],
    recordings: { uncommitted: 0, changes: [] },
    notices: [],
    colors: false,
    columns: 120,
    ...input,
  }
}
