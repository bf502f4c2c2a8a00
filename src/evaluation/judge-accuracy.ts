/** What is known of how well a judge tells what passes in one metric, from people's labels. Plain JSON. */
export interface JudgeAccuracy {
  name: string
  fingerprint: string
  metric: string
  /** One for each pass mark that was counted; empty where the calibration kept none. */
  passCounts: PassCounts[]
}

/** Labelled replies by what people and the judge say at one pass mark. */
export interface PassCounts {
  /** From which value of a judgement on the judge passes a reply, 0..1. */
  atLeast: number
  /** Passed by people and judge. */
  truePositives: number
  /** Passed by people alone. */
  falseNegatives: number
  /** Passed by the judge alone. */
  falsePositives: number
  /** Passed by neither. */
  trueNegatives: number
}
