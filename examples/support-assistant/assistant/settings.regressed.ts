export const settings = {
  /** Share of a question's weight that a topic must explain before it is answered. */
  minScore: 0.34,
  /** Answers to one message, for people who ask two things at once. */
  answersPerMessage: 1,
  /** Turns of the conversation in which an order number is looked for. */
  turnsRemembered: 0,
  /** Longer answers are cut: the chat window is small. */
  sentencesPerAnswer: 2,
}
