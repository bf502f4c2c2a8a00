import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../../src/store/open-store.js'
import { storeContract } from '../store-contract.js'

storeContract('sqlite', async () => {
  const root = await mkdtemp(join(tmpdir(), 'vitest-judge-store-'))
  return {
    open: (options) => openStore('sqlite:.vitest-judge/results.db', { root, ...options }),
    remove: () => rm(root, { recursive: true }),
  }
})
