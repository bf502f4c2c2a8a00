import type { JudgeUsage } from '../judges/judge.js'

/** The prompt around the texts, until the first answers tell. */
const PROMPT_TOKENS = 700
const ANSWER_TOKENS = 150
/** Characters a token, on the careful side for European languages. */
const CHARACTERS_A_TOKEN = 3

/**
 * How many tokens a call will take: known only when it has answered, and needed before, for limits and budget.
 * Learns from every answer, and stays on the careful side: the largest that was seen counts.
 */
export class TokenEstimate {
  #promptTokens = PROMPT_TOKENS
  #answerTokens = ANSWER_TOKENS
  #hasLearned = false

  /** @param characters of what is to be judged */
  of(characters: number): JudgeUsage {
    return {
      inputTokens: Math.ceil(characters / CHARACTERS_A_TOKEN) + this.#promptTokens,
      outputTokens: this.#answerTokens,
    }
  }

  learn(characters: number, { inputTokens, outputTokens }: JudgeUsage): void {
    const promptTokens = inputTokens - Math.ceil(characters / CHARACTERS_A_TOKEN)
    this.#promptTokens = this.#hasLearned ? Math.max(this.#promptTokens, promptTokens) : Math.max(0, promptTokens)
    this.#answerTokens = this.#hasLearned ? Math.max(this.#answerTokens, outputTokens) : outputTokens
    this.#hasLearned = true
  }
}
