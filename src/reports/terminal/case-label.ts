import type { CaseComparison } from '../../baseline/comparison.js'
import { oneLine } from '../one-line.js'

/** Where a case is: `[project] file › key`. */
export function caseLabel({ project, file, key }: Pick<CaseComparison, 'project' | 'file' | 'key'>): string {
  return oneLine(`${project === '' ? '' : `[${project}] `}${file} › ${key}`)
}
