import type { Reporter } from 'vitest/node'
import type { JudgeReporter } from './judge-reporter.js'

export interface LateReporterOptions {
  load: () => Promise<JudgeReporter>
  /** Called at once when a run starts. */
  onRunStart: () => void
  /** Called when the first test file of a run is about to start. */
  onFirstModule: () => void
}

/**
 * The reporter before it is loaded, which happens when the first run starts: the workers are starting then too, and this process has
 * nothing else to do. Loaded with the configuration, it would hold up every run by that time, and commands that run nothing.
 */
export function lateReporter({ load, onRunStart, onFirstModule }: LateReporterOptions): Reporter {
  let loading: Promise<JudgeReporter> | undefined
  let reporter: JudgeReporter | undefined
  let isUnderWay = false
  const loaded = () =>
    (loading ??= load().then((made) => {
      reporter = made
      return made
    }))
  return {
    // Not waited for: the run would start only when it is loaded. What comes later waits.
    onTestRunStart(specifications) {
      isUnderWay = false
      onRunStart()
      loaded().then(
        (late) => late.onTestRunStart(specifications),
        // Told by the next that asks for it.
        () => undefined,
      )
    },
    onTestModuleQueued() {
      if (!isUnderWay) onFirstModule()
      isUnderWay = true
    },
    async onTestModuleCollected(module) {
      const late = await loaded()
      late.onTestModuleCollected(module)
    },
    // At once if it can be: it is told of every test.
    onTestCaseResult(test) {
      if (reporter === undefined) return loaded().then((late) => late.onTestCaseResult(test))
      reporter.onTestCaseResult(test)
    },
    async onTestRunEnd(modules, errors, reason) {
      const late = await loaded()
      await late.onTestRunEnd(modules, errors, reason)
    },
  }
}
