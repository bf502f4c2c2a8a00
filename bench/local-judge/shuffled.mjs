import { seededRandom } from '../../.build/statistics/seeded-random.js'

/** The items in an order of chance, the same for the same seed (Fisher and Yates). */
export function shuffled(items, seed) {
  const { random } = seededRandom({ seed })
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other], order[last]]
  }
  return order
}
