import { proportionInterval } from '../statistics/proportion-interval.js'
import type { PassCounts } from '../evaluation/judge-accuracy.js'
import type { CalibratedReply, MetricCalibration, PassAgreement, ProportionEstimate } from './calibration.js'
import { kappaEstimate } from './kappa-estimate.js'
import type { LabelScale } from './label-scale.js'

export interface AgreementInput {
  metric: MetricCalibration['metric']
  scale: LabelScale
  /** All of this metric. */
  replies: readonly CalibratedReply[]
  confidence: number
  resamples: number
  seed: number
}

/** How far a judge agrees with people on the replies of one metric. Pure; the same input gives the same figures. */
export function measureAgreement(input: AgreementInput): MetricCalibration {
  const { metric, scale, replies, confidence, seed } = input
  const { labels, weights, passFrom } = scale
  const pairs = replies.flatMap(({ label, judged }) => (judged === null ? [] : [[label, judged] as const]))
  const humanPairs = replies.flatMap(({ label, label2 }) => (label2 === undefined ? [] : [[label, label2] as const]))
  const estimate = (of: typeof pairs) => kappaEstimate({ ...input, pairs: of, labels, weights })
  return {
    metric,
    n: pairs.length,
    declined: replies.filter(({ declined }) => declined !== undefined).length,
    errored: replies.filter(({ error }) => error !== undefined).length,
    labels: [...labels],
    weights,
    kappa: estimate(pairs),
    humanKappa: estimate(humanPairs),
    agreement: pairs.length === 0 ? null : pairs.filter(([label, judged]) => label === judged).length / pairs.length,
    confusion: labels.map((row) =>
      labels.map((column) => pairs.filter(([label, judged]) => label === row && judged === column).length),
    ),
    ...(passFrom !== undefined && { pass: passAgreement(pairs, labels, passFrom, confidence) }),
    passCounts: passCountsOf(replies, scale),
    confidence,
    seed,
  }
}

/** By the judge's value as a matcher holds it against its threshold, and not by the label nearest to it: 3.6 of 5 is no 4 there. */
function passCountsOf(replies: readonly CalibratedReply[], { labels, marks }: LabelScale): PassCounts[] {
  return marks.map(({ atLeast, from }) => {
    const count = (people: boolean, judge: boolean) =>
      replies.filter(
        ({ label, value }) =>
          value !== null && labels.indexOf(label) >= labels.indexOf(from) === people && value >= atLeast === judge,
      ).length
    return {
      atLeast,
      truePositives: count(true, true),
      falseNegatives: count(true, false),
      falsePositives: count(false, true),
      trueNegatives: count(false, false),
    }
  })
}

function passAgreement(
  pairs: readonly (readonly [string, string])[],
  labels: readonly string[],
  from: string,
  confidence: number,
): PassAgreement {
  const passes = (label: string) => labels.indexOf(label) >= labels.indexOf(from)
  const shareAmong = (people: boolean): ProportionEstimate | null => {
    const among = pairs.filter(([label]) => passes(label) === people)
    if (among.length === 0) return null
    const successes = among.filter(([, judged]) => passes(judged) === people).length
    const n = among.length
    return { value: successes / n, ...proportionInterval({ successes, trials: n, confidence }), n }
  }
  return { from, sensitivity: shareAmong(true), specificity: shareAmong(false) }
}
