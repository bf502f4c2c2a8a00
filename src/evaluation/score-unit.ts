/** What the value of a score is counted in. */
export const SCORE_UNITS = ['unit', 'ms', 'usd', 'tokens', 'number'] as const

export type ScoreUnit = (typeof SCORE_UNITS)[number]

export type Direction = 'up' | 'down'

interface UnitMeaning {
  /** Whether more is better, where the score itself does not say. */
  better: Direction
  /** A value that is held against a threshold is a judgement: it counts for `requireJudged`. */
  isJudgement: boolean
  /** Enters the baseline as a score. What a run took differs from run to run, and does not. */
  inBaseline: boolean
}

/** What each unit means, in one place. Its tolerance is in `baseline/tolerances.ts`, its looks in `reports/format-number.ts`. */
export const scoreUnits: Readonly<Record<ScoreUnit, UnitMeaning>> = {
  /** 0..1. */
  unit: { better: 'up', isJudgement: true, inBaseline: true },
  ms: { better: 'down', isJudgement: false, inBaseline: false },
  usd: { better: 'down', isJudgement: false, inBaseline: false },
  tokens: { better: 'down', isJudgement: false, inBaseline: false },
  /** A finite number of the user's own, on whatever scale. */
  number: { better: 'up', isJudgement: false, inBaseline: true },
}

interface Scored {
  unit: ScoreUnit
  /** `null`: nothing was asserted. */
  threshold: number | null
}

/** Whether a score is one that a judge, or code in its place, was asked for; else it is a measurement, or only recorded. */
export function isJudgement({ unit, threshold }: Scored): boolean {
  return scoreUnits[unit].isJudgement && threshold !== null
}
