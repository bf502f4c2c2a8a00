const MOST_LISTED = 20

/** What is wrong, and where. */
export interface DatasetProblem {
  /** From 1. Absent where the whole file is meant. */
  line?: number
  /** `entities`, `rubric.criteria[0].check`. Absent where the whole row is meant. */
  field?: string
  /** Expected, got, and what to do. */
  message: string
}

/**
 * A dataset that cannot be used, with everything that is wrong in it.
 *
 * @example
 * // fixtures/support.jsonl has 2 problems:
 * // fixtures/support.jsonl:12 entities: expected an object, got "12345"; write {"order_id": ["12345"]}
 * // fixtures/support.jsonl:31 inten: unknown field, did you mean `intent`?
 */
export class DatasetError extends Error {
  override readonly name = 'DatasetError'

  constructor(
    /** Relative to the working directory. */
    readonly file: string,
    readonly problems: readonly DatasetProblem[],
    options?: ErrorOptions,
  ) {
    super(describe(file, problems), options)
  }
}

function describe(file: string, problems: readonly DatasetProblem[]): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  const listed = problems.slice(0, MOST_LISTED).map(({ line, field, message }) => {
    const place = (line === undefined ? file : `${file}:${line}`) + (field === undefined ? '' : ` ${field}`)
    return `${place}: ${message}`
  })
  const rest = problems.length - listed.length
  return [`${file} has ${count}:`, ...listed, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n')
}
