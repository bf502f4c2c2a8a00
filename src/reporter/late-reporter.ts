import type { Reporter } from 'vitest/node'
import type { JudgeReporter } from './judge-reporter.js'

/**
 * The reporter before it is loaded, which happens when the first run starts: the workers are starting then too, and this process has
 * nothing else to do. Loaded with the configuration, it would hold up every run by that time, and commands that run nothing.
 */
export function lateReporter(load: () => Promise<JudgeReporter>): Reporter {
  let loading: Promise<JudgeReporter> | undefined
  const loaded = () => (loading ??= load())
  return {
    // Not waited for: the run would start only when it is loaded. What comes later waits.
    onTestRunStart(specifications) {
      loaded().then(
        (reporter) => reporter.onTestRunStart(specifications),
        // Told by the next that asks for it.
        () => undefined,
      )
    },
    async onTestModuleCollected(module) {
      const reporter = await loaded()
      reporter.onTestModuleCollected(module)
    },
    async onTestCaseResult(test) {
      const reporter = await loaded()
      reporter.onTestCaseResult(test)
    },
    async onTestRunEnd(modules, errors, reason) {
      const reporter = await loaded()
      await reporter.onTestRunEnd(modules, errors, reason)
    },
  }
}
