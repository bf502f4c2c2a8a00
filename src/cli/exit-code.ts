/**
 * For commands of which exit code 1 is an answer: what keeps them from giving one ends with 2, as a wrong argument does.
 * The error itself is told where all are told.
 */
export function unableIs2<Args extends unknown[]>(run: (...args: Args) => Promise<void>) {
  return async (...args: Args): Promise<void> => {
    try {
      await run(...args)
    } catch (error) {
      process.exitCode = 2
      throw error
    }
  }
}
