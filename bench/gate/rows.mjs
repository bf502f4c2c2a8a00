const THREE = ['entities', 'intent', 'quality']

/**
 * What is simulated, and what must hold. `passes`: each case has a pass rate of its own, from 0.70 to 0.95; else every trial passes.
 * `promised`: the drop is the smallest one that the reports on unchanged suites of the row `of` name for that metric, on average.
 */
export const ROWS = [
  {
    name: '50 × 3',
    of: 'unchanged',
    suite: { cases: 50, trials: 3 },
    bars: { pass: { atLeast: 0.95 }, regressed: { atMost: 0.03 } },
  },
  {
    name: '50 × 3',
    of: 'down 0.05, all cases',
    suite: { cases: 50, trials: 3, drop: 0.05 },
    bars: { regressed: { atLeast: 0.95 } },
  },
  {
    name: '50 × 3',
    of: 'down 0.05, in 20 % of cases',
    suite: { cases: 50, trials: 3, drop: 0.05, share: 0.2 },
    bars: { regressed: { atLeast: 0.95 } },
  },
  {
    name: '50 × 3',
    of: 'down as promised',
    suite: { cases: 50, trials: 3 },
    promised: 'quality',
    bars: { found: { near: 0.8, within: 0.03 } },
  },
  { name: '50 × 1', of: 'unchanged', suite: { cases: 50, trials: 1 }, bars: { regressed: { atMost: 0.05 } } },
  {
    name: '50 × 1',
    of: 'down as promised',
    suite: { cases: 50, trials: 1 },
    promised: 'quality',
    bars: { found: { near: 0.8, within: 0.03 } },
  },
  {
    name: '3 metrics and passes, 50 × 3',
    of: 'unchanged',
    suite: { cases: 50, trials: 3, metrics: THREE, passes: true },
    bars: { regressed: { atMost: 0.05 } },
  },
  {
    name: '3 metrics and passes, 50 × 3',
    of: 'one metric down as promised',
    suite: { cases: 50, trials: 3, metrics: THREE, passes: true },
    promised: 'quality',
    bars: { found: { near: 0.8, within: 0.03 } },
  },
  {
    name: '3 metrics and passes, 50 × 3',
    of: 'pass rate down as promised',
    suite: { cases: 50, trials: 3, metrics: THREE, passes: true },
    promised: 'pass rate',
    bars: { found: { near: 0.8, within: 0.03 } },
  },
  {
    name: '3 metrics and passes, 50 × 1',
    of: 'unchanged',
    suite: { cases: 50, trials: 1, metrics: THREE, passes: true },
    bars: { regressed: { atMost: 0.05 } },
  },
  {
    name: '3 metrics and passes, 50 × 1',
    of: 'pass rate down as promised',
    suite: { cases: 50, trials: 1, metrics: THREE, passes: true },
    promised: 'pass rate',
    bars: {},
  },
  {
    name: '3 metrics and passes, 20 × 5',
    of: 'unchanged',
    suite: { cases: 20, trials: 5, metrics: THREE, passes: true },
    bars: { regressed: { atMost: 0.05 } },
  },
  {
    name: '3 metrics and passes, 10 × 2',
    of: 'unchanged',
    suite: { cases: 10, trials: 2, metrics: THREE, passes: true },
    bars: { regressed: { atMost: 0.05 } },
  },
]
