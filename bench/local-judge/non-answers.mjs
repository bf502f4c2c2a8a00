import { readFileSync } from 'node:fs'

/** What assistants say that have not understood, and what fits every message. */
export const nonAnswers = JSON.parse(readFileSync(new URL('../../fixtures/non-answers.json', import.meta.url), 'utf8'))
