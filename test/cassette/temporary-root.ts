import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export function temporaryRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'vitest-judge-cassette-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return root
}
