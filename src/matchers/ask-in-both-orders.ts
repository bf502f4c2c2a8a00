import type { JudgeAnswer } from '../judge-service/protocol.js'
import type { JudgeUsage, PreferenceRequest } from '../judges/judge.js'

/**
 * Asks which of two replies is better once in either order, at the same time, since judges favour a place whatever stands there.
 * The value is of the first of `replies`: 1 where both orders prefer it, 0 where both prefer the other, and else 0.5: what a judge
 * says in one order alone is a tie. Declined where either order is.
 *
 * Source: Zheng et al., Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena (2023), position bias.
 *
 * @throws what `ask` rejects with in either order
 */
export async function askInBothOrders(
  request: PreferenceRequest,
  ask: (request: PreferenceRequest) => Promise<JudgeAnswer>,
): Promise<JudgeAnswer> {
  const [received, other] = request.replies
  const answers = await Promise.all([ask(request), ask({ ...request, replies: [other, received] })])
  return combineOrders(...answers)
}

/** @internal One answer of two; the second was asked with the replies exchanged. */
export function combineOrders(first: JudgeAnswer, second: JudgeAnswer): JudgeAnswer {
  const inOrder = first.judgement.value
  const exchanged = second.judgement.value === null ? null : 1 - second.judgement.value
  const rationale = [
    `Received reply first: ${verdict(inOrder)}. ${first.judgement.rationale}`,
    `Received reply second: ${verdict(exchanged)}. ${second.judgement.rationale}`,
  ].join('\n')
  const usage = addUsage(first.judgement.usage, second.judgement.usage)
  const shared = { rationale, ...(usage !== undefined && { usage }) }

  const declining = [first, second].find(({ judgement }) => judgement.value === null)
  if (inOrder === null || exchanged === null) {
    const { judge, served, judgement } = declining ?? first
    const declined = judgement.declined ?? judgement.rationale
    return { judgement: { ...shared, value: null, declined }, judge, ...(served !== undefined && { served }) }
  }
  if (!isSameJudge(first, second)) {
    const { judge } = first.judge.standIn === undefined ? second : first
    const names = `${first.judge.name} and ${second.judge.name}`
    const declined = `The two orders were judged by two judges, ${names}, and cannot be held against each other. Run it again.`
    return { judgement: { ...shared, value: null, declined }, judge }
  }
  const isReplayed = first.served === 'cassette' && second.served === 'cassette'
  // What was replayed cost nothing in this run; where one order was asked, its usage alone is the cost.
  const paid = isReplayed ? usage : addUsage(usagePaid(first), usagePaid(second))
  return {
    judgement: { value: agreed(inOrder, exchanged), rationale, ...(paid !== undefined && { usage: paid }) },
    judge: first.judge,
    ...(isReplayed && { served: 'cassette' as const }),
  }
}

function agreed(a: number, b: number): number {
  if (a > 0.5 && b > 0.5) return 1
  return a < 0.5 && b < 0.5 ? 0 : 0.5
}

function verdict(value: number | null): string {
  if (value === null) return 'not judged'
  return value === 0.5 ? 'a tie' : value > 0.5 ? 'preferred' : 'not preferred'
}

function isSameJudge({ judge: a }: JudgeAnswer, { judge: b }: JudgeAnswer): boolean {
  return a.name === b.name && a.fingerprint === b.fingerprint
}

function usagePaid({ served, judgement }: JudgeAnswer): JudgeUsage | undefined {
  return served === undefined ? judgement.usage : undefined
}

function addUsage(a: JudgeUsage | undefined, b: JudgeUsage | undefined): JudgeUsage | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const sum: JudgeUsage = { inputTokens: a.inputTokens + b.inputTokens, outputTokens: a.outputTokens + b.outputTokens }
  // Half a price would pass for the whole.
  if (a.costUsd !== undefined && b.costUsd !== undefined) sum.costUsd = a.costUsd + b.costUsd
  return sum
}
