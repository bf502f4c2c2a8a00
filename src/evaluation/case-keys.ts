/** What names a collected test. */
export interface NamedTest {
  /** Unique within the run. */
  id: string
  /** The dataset's id, where `describeCases` made the test. */
  caseId: string | undefined
  /** `suite > test` */
  fullName: string
}

/**
 * The key of each test of one file in its baseline: the dataset's id, else the full test name.
 * Ids that stand twice in the file (one dataset in two suites) give way to the full names; equal full names are numbered
 * in the order of the file, `name #2`.
 *
 * @returns keys by test id
 */
export function caseKeys(tests: readonly NamedTest[]): Map<string, string> {
  const uses = new Map<string, number>()
  for (const { caseId } of tests) if (caseId !== undefined) uses.set(caseId, (uses.get(caseId) ?? 0) + 1)
  const wanted = tests.map(({ caseId, fullName }) =>
    caseId !== undefined && uses.get(caseId) === 1 ? caseId : fullName,
  )
  // A test may itself be called `name #2`: that is its key, and the numbering passes over it.
  const names = new Set(wanted)
  const counts = new Map<string, number>()
  return new Map(
    tests.map(({ id }, index) => {
      const key = wanted[index] ?? ''
      let count = (counts.get(key) ?? 0) + 1
      while (count > 1 && names.has(`${key} #${count}`)) count++
      counts.set(key, count)
      return [id, count === 1 ? key : `${key} #${count}`]
    }),
  )
}
