import type { inject, RunnerTestFile } from 'vitest'
import { JudgeClient } from '../judge-service/judge-client.js'
import { matchers } from '../matchers/matchers.js'
import { attributeExpect, type ChaiPlugins } from '../worker/attribute-expect.js'
import { followTests, type FollowedRunner } from '../worker/follow-tests.js'
import { setWorker, type VitestApi } from '../worker/worker-state.js'

/** `vitest` as it stands in the user's project, so that nothing here imports another copy of it. */
export type RunnerApi = VitestApi & { chai: ChaiPlugins; inject: typeof inject }

/** A test runner, as far as it is read here. */
interface Runner extends FollowedRunner {
  onCollectStart?: (file: RunnerTestFile) => unknown
  onAfterRunFiles?: (files: RunnerTestFile[]) => unknown
}

type RunnerClass = new (config: unknown) => Runner

/**
 * The test runner of a project: Vitest's own, or the one that the user chose, with our matchers, and followed test by test.
 * What this module imports is paid for by every isolated test file: no SDK, no schema library, no database, no model.
 */
export function judgeRunner(Base: RunnerClass, vitest: RunnerApi): RunnerClass {
  return class extends Base {
    constructor(config: unknown) {
      super(config)
      setUpWorker(this, vitest)
      followTests(this)
    }
  }
}

/** Makes the worker ready before any file of the user's runs in it, so that a setup file may use the matchers and cannot patch `net` first. */
function setUpWorker(runner: Runner, vitest: RunnerApi): void {
  const { onCollectStart, onAfterRunFiles } = runner
  const options = vitest.inject('vitestJudge')
  let testFile: string | undefined
  const client = new JudgeClient(options.service, options.project, () => testFile)
  setWorker({
    vitest,
    client,
    options,
    get testFile() {
      return testFile
    },
    watchFile(path) {
      if (testFile !== undefined) client.watchFile(path, testFile)
    },
  })
  attributeExpect(vitest.chai)
  vitest.expect.extend(matchers)
  runner.onCollectStart = (file) => {
    testFile = file.filepath
    return onCollectStart?.call(runner, file)
  }
  runner.onAfterRunFiles = (files) => {
    client.close()
    return onAfterRunFiles?.call(runner, files)
  }
}
