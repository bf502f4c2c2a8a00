import { z } from 'zod'

/** The number of an item as an enumeration: a model that is held to the schema cannot answer for an item that does not exist. */
export function itemIndex(count: number) {
  return z.literal(Array.from({ length: count }, (_, position) => position + 1))
}

/** For `.refine(...)` of a list of answers: each item is answered exactly once, in any order. */
export function eachItemOnce(
  count: number,
): [check: (answers: { index: number }[]) => boolean, params: { error: string }] {
  return [
    (answers) => answers.length === count && new Set(answers.map(({ index }) => index)).size === count,
    { error: `each index from 1 to ${count} is answered exactly once` },
  ]
}
