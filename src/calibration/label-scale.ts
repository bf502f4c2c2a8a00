import type { CalibratedMetric, Label } from './labelled-reply.js'

/** From where on a score passes, where labels are grades or scores. */
export interface PassMarks {
  /** 0..1 */
  intent: number
  /** 0..1 */
  entities: number
  /** 1..5 */
  quality: number
}

/** The labels of one metric, and how what people and judges say becomes one of them. */
export interface LabelScale {
  /** As they are shown, the lowest first where they have an order. */
  labels: readonly string[]
  /** `quadratic` where the labels have an order. */
  weights: 'none' | 'quadratic'
  labelOf: (said: Label) => string
  /** @param value a judgement, 0..1 */
  labelOfValue: (value: number) => string
  /** The lowest label that passes; absent where none is better than another. */
  passFrom?: string
  /** Where a matcher may draw the line: the value from which on a judgement passes there, and the label from which on people say so. */
  marks: readonly { atLeast: number; from: string }[]
}

/**
 * The scale that the labels of a metric are on. Criteria are a scale of three where somebody said `partly` or wrote a verdict, and of
 * two where all said true or false: then what is met in part is not met.
 */
export function labelScale(metric: CalibratedMetric, said: readonly Label[], passMarks: PassMarks): LabelScale {
  switch (metric) {
    case 'quality':
      return {
        labels: ['1', '2', '3', '4', '5'],
        weights: 'quadratic',
        labelOf: String,
        labelOfValue: (value) => String(Math.round(1 + 4 * value)),
        passFrom: String(passMarks.quality),
        marks: [2, 3, 4, 5].map((grade) => ({ atLeast: (grade - 1) / 4, from: String(grade) })),
      }
    case 'intent':
    case 'entities': {
      const atLeast = passMarks[metric]
      const labelOfValue = (value: number) => (value >= atLeast ? 'yes' : 'no')
      return {
        labels: ['no', 'yes'],
        weights: 'none',
        labelOf: (label) => labelOfValue(Number(label)),
        labelOfValue,
        passFrom: 'yes',
        marks: [{ atLeast, from: 'yes' }],
      }
    }
    case 'criterion': {
      const inThree = said.some((label) => typeof label === 'string')
      return {
        labels: inThree ? ['not_met', 'partly', 'met'] : ['not_met', 'met'],
        weights: inThree ? 'quadratic' : 'none',
        labelOf: (label) => (typeof label === 'string' ? label : label === true ? 'met' : 'not_met'),
        labelOfValue: (value) => {
          if (!inThree) return value === 1 ? 'met' : 'not_met'
          return value < 0.25 ? 'not_met' : value < 0.75 ? 'partly' : 'met'
        },
        passFrom: 'met',
        marks: [...(inThree ? [{ atLeast: 0.5, from: 'partly' }] : []), { atLeast: 1, from: 'met' }],
      }
    }
    case 'preference':
      return {
        labels: ['first', 'tie', 'second'],
        weights: 'none',
        labelOf: String,
        labelOfValue: (value) => (value > 0.5 ? 'first' : value < 0.5 ? 'second' : 'tie'),
        marks: [],
      }
  }
}
