import type { TestProject, Vitest } from 'vitest/node'
import { startJudgeServer, type JudgeServer } from '../judge-service/judge-server.js'
import { Cassettes, hasCassette } from '../cassette/cassettes.js'
import { JudgeCaller } from '../judge-service/judge-caller.js'
import { identify, JudgeService } from '../judge-service/judge-service.js'
import { RecordedReplies } from '../judge-service/recorded-replies.js'
import { lateReporter } from '../reporter/late-reporter.js'
import { declareDatasetTags } from './declare-dataset-tags.js'
import { resolveIntents } from './read-intents.js'
import type { ResolvedOptions } from './resolve-options.js'
import { BROWSER_SETUP_ID } from './browser-setup-module.js'
import { runnerId } from './runner-module.js'
import { DatasetWatcher } from './watch-datasets.js'

/** What all projects of one Vitest instance share: one service, one reporter. */
interface JudgeRun {
  service: JudgeService
  server: JudgeServer
  hasCassette: boolean
  /** Called before every run but the first: what is read from files may have changed meanwhile. */
  refresh: (() => void)[]
}

const runs = new WeakMap<Vitest, Promise<JudgeRun>>()

/** Brings a project into its Vitest's run; the first project's options decide what is there once only (limits, gate, store). */
export async function joinRun(vitest: Vitest, project: TestProject, options: ResolvedOptions): Promise<void> {
  // `vitest bench` of Vitest 4 has a test runner of its own, and judges nothing.
  if ((vitest as { mode?: string }).mode === 'benchmark') return
  if (project.config.browser.enabled) {
    project.config.setupFiles = [BROWSER_SETUP_ID, ...project.config.setupFiles]
    return
  }
  let run = runs.get(vitest)
  if (run === undefined) {
    run = startRun(vitest, options)
    runs.set(vitest, run)
  }
  const { service, server, hasCassette, refresh } = await run
  const { intents } = options
  const addProject = () =>
    service.addProject(project.name, {
      ...options.judges(hasCassette),
      intents: resolveIntents(intents, vitest.config.root),
    })
  addProject()
  if (typeof intents === 'string') refresh.push(addProject)
  await declareDatasetTags(project)
  const isStrict = (project.config as { strictTags?: boolean }).strictTags ?? true
  project.provide('vitestJudge', {
    service: server.address,
    project: project.name,
    declaredTags: isStrict ? project.config.tags.map(({ name }) => name) : null,
    ...(options.limits.prices !== undefined && { prices: options.limits.prices }),
  })
  project.config.runner = runnerId(project.config.runner)
}

async function startRun(vitest: Vitest, options: ResolvedOptions): Promise<JudgeRun> {
  const { root } = vitest.config
  const { dir } = options.reporter.baseline
  const cassettes = new Cassettes({ root, dir, mode: options.cassette.mode })
  let brokenOff: Error | undefined
  let isFirst = true
  const refresh: (() => void)[] = []
  const caller = new JudgeCaller({
    limits: options.limits,
    onBudgetSpent(error) {
      brokenOff = error
      // Vitest takes a cancelled run for a good one, so the reporter is told too.
      void vitest.cancelCurrentRun('test-failure')
    },
  })
  const service = new JudgeService({ caller, cassettes })
  const hasRecordings = await hasCassette({ root, dir })
  // `vitest.reporters` would be the obvious place, and is overwritten right after this hook.
  vitest.config.reporters.push(
    lateReporter({
      onRunStart() {
        brokenOff = undefined
        service.startRun()
        if (!isFirst) for (const read of refresh) tellFailure(vitest, read)
        isFirst = false
      },
      // Not at the run's start, right after which Vitest forgets its listeners.
      onFirstModule: () =>
        void vitest.onCancel((reason) => {
          if (reason === 'keyboard-input') service.endRun(new Error('the run was cancelled'))
        }),
      async load() {
        const { JudgeReporter } = await import('../reporter/judge-reporter.js')
        const { own } = options.judges(hasRecordings)
        return new JudgeReporter(vitest, {
          ...options.reporter,
          cassettes,
          brokenOff: () => brokenOff,
          judge: () => identify(own),
          warmUp: async () => own.judge.warmUp?.(),
        })
      },
    }),
  )
  const datasets = new DatasetWatcher(vitest)
  const server = await startJudgeServer({
    service,
    replies: new RecordedReplies(cassettes),
    root,
    onWatch: (path, testFile) => datasets.add(path, testFile),
  })
  vitest.onClose(() => server.close())
  return { service, server, hasCassette: hasRecordings, refresh }
}

/** In watch mode a file may be broken for a moment: what was known before holds on. */
function tellFailure(vitest: Vitest, read: () => void): void {
  try {
    read()
  } catch (error) {
    vitest.logger.error((error as Error).message)
  }
}
