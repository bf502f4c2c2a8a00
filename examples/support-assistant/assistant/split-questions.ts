/** People ask two things in one message; each sentence and each joined question is looked at by itself. */
export function splitQuestions(message: string): string[] {
  return message
    .split(
      /[.!?…]+(?=\s|$)|[\r\n]+|[,;]?\s+(?:and|also|but)\s+(?=(?:also|how|what|when|where|which|who|do|does|can|is|are)\b)/i,
    )
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part))
}
