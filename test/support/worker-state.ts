import { describe, expect, test } from 'vitest'
import { JudgeClient } from '../../src/judge-service/judge-client.js'
import { setWorker, type WorkerOptions } from '../../src/worker/worker-state.js'

/** A worker in which no judge can be asked: for what needs none. */
export function setWorkerWithoutJudge(options: Partial<WorkerOptions> = {}): void {
  const service = { path: '/nowhere', secret: '' }
  setWorker({
    vitest: { describe, expect, test },
    client: new JudgeClient(service, ''),
    options: { service, project: '', declaredTags: null, ...options },
    testFile: undefined,
    watchFile: () => undefined,
  })
}
