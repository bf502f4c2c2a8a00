import type { LocalTools } from '../local-tools.js'
import { tellingStems } from '../telling-stems.js'
import { findHardFailure } from './find-hard-failure.js'
import type { FailureKind, FailureSubject, HardFailure } from './hard-failure.js'

/** Longer texts are held against each other by their words alone. */
const MOST_CHARACTERS = 20_000

/**
 * As `findHardFailure`, and where nothing is found by words and message and reply have none in common, also by what they mean: the
 * encoder is asked for the few replies that need it.
 */
export async function findFailure(
  subject: FailureSubject,
  wanted: ReadonlySet<FailureKind>,
  tools: LocalTools,
): Promise<HardFailure | undefined> {
  const byWords = findHardFailure(subject, wanted)
  if (byWords !== undefined || sharesWord(subject)) return byWords
  const meanings = await tools.meanings()
  const [input, reply] = await Promise.all([meanings.of(subject.input), meanings.of(subject.reply)])
  return findHardFailure({ ...subject, meanings: { input, reply, words: meanings.words } }, wanted)
}

/** Or there are none that could be shared. */
function sharesWord({ input, reply }: FailureSubject): boolean {
  if (input.length > MOST_CHARACTERS || reply.length > MOST_CHARACTERS) return true
  const asked = new Set(tellingStems(input))
  const said = tellingStems(reply)
  // Of one word nobody can tell what it is about.
  return asked.size === 0 || said.length < 2 || said.some((word) => asked.has(word))
}
