import { loadavg } from 'node:os'

/**
 * Runs the sides by turns, so that what else the machine does meets them alike; which goes first changes from round to round.
 * A first round warms caches up and does not count.
 *
 * @param sides `{ plain, judge }`: what runs each and resolves to its measurement
 * @param onRun told of every run
 * @returns measurements by side, a round each
 */
export async function measureRounds(sides, rounds, onRun) {
  const measured = { plain: [], judge: [] }
  for (let round = 0; round <= rounds; round++) {
    for (const side of round % 2 === 0 ? ['plain', 'judge'] : ['judge', 'plain']) {
      const load = loadavg()[0]
      const { wall, cpu, maxInFlight } = await sides[side]()
      const run = { round, side, wall, cpu, load, ...(maxInFlight !== undefined && { maxInFlight }) }
      onRun(run)
      if (round > 0) measured[side].push(run)
    }
  }
  return measured
}
