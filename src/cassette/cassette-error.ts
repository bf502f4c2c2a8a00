/** A cassette that cannot be read, or must not be written. Names the file, the line where there is one, and the remedy. */
export class CassetteError extends Error {
  override readonly name = 'CassetteError'

  constructor(problem: { file: string; line?: number; what: string; remedy: string; cause?: unknown }) {
    const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`
    super(`${place}: ${problem.what}\n\n${problem.remedy}`, { cause: problem.cause })
  }
}
