import { join } from 'node:path'
import { baselinePath } from '../baseline/baseline-path.js'
import { readBaseline, type BaselineFile } from '../baseline/read-baseline.js'
import type { TestFile } from '../files/snapshot-path.js'

/**
 * Reads the baselines of one run, each once. Asked for early, while the workers are still starting and this process has
 * nothing to do, they are there when the run ends.
 */
export class BaselineReader {
  readonly #root: string
  readonly #dir: string
  readonly #reads = new Map<string, Promise<BaselineFile>>()
  readonly #known = new Map<string, BaselineFile>()

  /** @param dir folder of the baselines, from the root */
  constructor(root: string, dir: string) {
    this.#root = root
    this.#dir = dir
  }

  /** From the root, with forward slashes. */
  nameOf({ project, file }: TestFile): string {
    return baselinePath({ dir: this.#dir, project, file })
  }

  /** The baseline if it has been read already. */
  known(testFile: TestFile): BaselineFile | undefined {
    return this.#known.get(keyOf(testFile))
  }

  /** @throws BaselineError where the file is there and cannot be read or understood; told again at every call */
  read(testFile: TestFile): Promise<BaselineFile> {
    const name = this.nameOf(testFile)
    let read = this.#reads.get(name)
    if (read === undefined) {
      read = readBaseline(join(this.#root, name), name)
      read.then(
        (file) => this.#known.set(keyOf(testFile), file),
        // Whoever reads it in the end is told; nobody need wait for it until then.
        () => undefined,
      )
      this.#reads.set(name, read)
    }
    return read
  }
}

function keyOf({ project, file }: TestFile): string {
  return `${project}\0${file}`
}
