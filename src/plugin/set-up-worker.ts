import { JudgeClient } from '../judge-service/judge-client.js'
import { matchers } from '../matchers/matchers.js'
import { attributeExpect, type ChaiPlugins } from '../worker/attribute-expect.js'
import { noteNotJudged, runTest } from '../worker/run-test.js'
import { currentTrial } from '../worker/test-scope.js'
import { setWorker, type VitestApi, type WorkerOptions } from '../worker/worker-state.js'

/**
 * Makes one test file ready: called by the plugin's setup module in every worker, for every test file.
 * What this imports is paid for by every isolated test file: no SDK, no schema library, no database, no model.
 */
export function setUpWorker(vitest: VitestApi & { chai: ChaiPlugins }, options: WorkerOptions): void {
  const client = new JudgeClient(options.service, options.project)
  setWorker({
    vitest,
    client,
    options,
    get testFile() {
      return vitest.expect.getState().testPath
    },
    watchFile(path) {
      const testFile = vitest.expect.getState().testPath
      if (testFile !== undefined) client.watchFile(path, testFile)
    },
  })
  attributeExpect(vitest.chai)
  vitest.expect.extend(matchers)
  vitest.aroundEach(async (run, { task, signal }) => {
    await runTest(task, signal, run)
  })
  vitest.afterEach(({ task, skip }) => {
    const reason = noteNotJudged(task, currentTrial()?.notJudged)
    if (reason !== undefined) skip(reason)
  })
  vitest.afterAll(() => {
    client.close()
  })
}
