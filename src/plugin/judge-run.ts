import type { TestProject, Vitest } from 'vitest/node'
import { startJudgeServer, type JudgeServer } from '../judge-service/judge-server.js'
import { JudgeService } from '../judge-service/judge-service.js'
import { lateReporter } from '../reporter/late-reporter.js'
import { declareDatasetTags } from './declare-dataset-tags.js'
import type { ResolvedOptions } from './resolve-options.js'
import { BROWSER_SETUP_ID } from './browser-setup-module.js'
import { runnerId } from './runner-module.js'
import { DatasetWatcher } from './watch-datasets.js'

/** What all projects of one Vitest instance share: one service, one reporter. */
interface JudgeRun {
  service: JudgeService
  server: JudgeServer
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
  const { service, server } = await run
  service.addProject(project.name, options.projectJudges)
  await declareDatasetTags(project)
  const isStrict = (project.config as { strictTags?: boolean }).strictTags ?? true
  project.provide('vitestJudge', {
    service: server.address,
    project: project.name,
    declaredTags: isStrict ? project.config.tags.map(({ name }) => name) : null,
  })
  project.config.runner = runnerId(project.config.runner)
}

async function startRun(vitest: Vitest, options: ResolvedOptions): Promise<JudgeRun> {
  // `vitest.reporters` would be the obvious place, and is overwritten right after this hook.
  vitest.config.reporters.push(
    lateReporter(async () => {
      const { JudgeReporter } = await import('../reporter/judge-reporter.js')
      return new JudgeReporter(vitest, options.reporter)
    }),
  )
  const service = new JudgeService(options.limits)
  const datasets = new DatasetWatcher(vitest)
  const server = await startJudgeServer({ service, onWatch: (path, testFile) => datasets.add(path, testFile) })
  vitest.onClose(() => server.close())
  return { service, server }
}
