import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { EvaluatedCase } from '../../src/evaluation/evaluated-case.js'
import type { openStore } from '../../src/store/open-store.js'
import type { Store, StoredRun } from '../../src/store/store.js'
import type { Project } from './project.js'
import { repository } from './surroundings.js'

// Not the installed copy: its driver may be one for another Node than this process has.
const builtStore = join(repository, 'dist/store/index.js')

/** One run as it stands in a project's results file. */
export type StoredResults = StoredRun & { cases: EvaluatedCase[] }

/** The runs in a project's results file, the newest first, as users read them: with `openStore` of the built package. */
export async function storedResults(project: Project, file = '.vitest-judge/results.db'): Promise<StoredResults[]> {
  // `openStore` would make the file.
  if (!existsSync(join(project.path, file))) return []
  const built = (await import(builtStore)) as { openStore: typeof openStore }
  const store: Store = await built.openStore(`sqlite:${file}`, { root: project.path })
  try {
    const results: StoredResults[] = []
    for (const run of await store.runs()) results.push({ ...run, cases: await store.cases(run.id) })
    return results
  } finally {
    await store.close()
  }
}
