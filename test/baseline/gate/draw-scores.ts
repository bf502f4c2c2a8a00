/** A list of cases, each with a score a trial. */
export type Scores = number[][]

export interface SuiteShape {
  cases: number
  trials: number
  /** Of a trial. Default 0.1. */
  sd?: number
  /** By how much the mean over cases falls; `share` of the cases take all of it. */
  drop?: number
  share?: number
}

/** The scores of one metric before and after, around a mean of each case's own. */
export function drawScores(
  random: () => number,
  { cases, trials, sd = 0.1, drop = 0, share = 1 }: SuiteShape,
): { before: Scores; after: Scores } {
  const dropped = Math.round(cases * share)
  const [before, after]: [Scores, Scores] = [[], []]
  for (let index = 0; index < cases; index++) {
    const mean = 0.55 + 0.15 * random()
    const fall = index < dropped ? (drop * cases) / dropped : 0
    const draw = (level: number) =>
      Array.from({ length: trials }, () => Math.min(1, Math.max(0, round(level + sd * normal(random)))))
    before.push(draw(mean))
    after.push(draw(mean - fall))
  }
  return { before, after }
}

/** By Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
