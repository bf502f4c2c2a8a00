import type { Recorded } from './read-cassette.js'

/**
 * The text of a cassette: one entry a line, sorted by key. Keys are hashes, so what two branches add rarely meets in one place.
 */
export function formatCassette(entries: Iterable<Recorded>): string {
  return [...entries]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('')
}
