import type { EvaluatedCase, EvaluatedMetric } from '../evaluation/evaluated-case.js'
import type { JudgeIdentity } from '../evaluation/record-schema.js'
import type { BaselineEntry, BaselineScore } from './baseline.js'
import type { ComparabilityPart } from './comparison.js'
import { storableText } from './storable-text.js'

/** Who judged, in one string: two scores are comparable only where it is the same. `openai/gpt-4.1-mini#3fa9c1d2`. */
export function judgeId({ name, fingerprint }: Pick<JudgeIdentity, 'name' | 'fingerprint'>): string {
  return storableText(`${name}#${fingerprint}`)
}

/** The messages of a case as its baseline entry has them: a string for one, else a list. */
export function storedInput(inputs: string[]): string | string[] {
  const [first, ...others] = inputs.map(storableText)
  return first === undefined ? [] : others.length === 0 ? first : [first, ...others]
}

/** What was asked: input and context, which all metrics of a case share. Lists the parts that differ from the baseline. */
export function changedQuestion(entry: BaselineEntry, evaluated: EvaluatedCase): ComparabilityPart[] {
  const changed: ComparabilityPart[] = []
  if (!sameInput(entry.input, storedInput(evaluated.inputs))) changed.push('input')
  if (entry.context !== evaluated.contextHash) changed.push('context')
  return changed
}

/** How it was judged: expectation and judge, which each metric has of its own. Lists the parts that differ from the baseline. */
export function changedJudging(score: BaselineScore, metric: EvaluatedMetric): ComparabilityPart[] {
  const changed: ComparabilityPart[] = []
  if (score.expects !== metric.expectationHash) changed.push('expectation')
  if (score.judge !== judgeId(metric.judge)) changed.push('judge')
  return changed
}

function sameInput(before: string | string[], after: string | string[]): boolean {
  if (typeof before === 'string' || typeof after === 'string') return before === after
  return before.length === after.length && before.every((message, index) => message === after[index])
}
