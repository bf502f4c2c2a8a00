import { expect, test, vi } from 'vitest'
import type { JudgeReporter } from '../../src/reporter/judge-reporter.js'
import { lateReporter } from '../../src/reporter/late-reporter.js'

function recorder() {
  const calls: string[] = []
  const hooks = ['onTestRunStart', 'onTestModuleCollected', 'onTestCaseResult', 'onTestRunEnd']
  const reporter = Object.fromEntries(
    hooks.map((hook) => [hook, (argument: unknown) => calls.push(`${hook} ${String(argument)}`)]),
  )
  return { calls, reporter: reporter as unknown as JudgeReporter }
}

type Hooks = Record<
  'onTestRunStart' | 'onTestModuleCollected' | 'onTestCaseResult' | 'onTestRunEnd',
  (argument: string) => unknown
>

const calledAtOnce = { onRunStart: () => undefined, onFirstModule: () => undefined }

test('is loaded once, at the first run, which does not wait for it; what comes meanwhile is told in order', async () => {
  const { calls, reporter } = recorder()
  let loaded: (reporter: JudgeReporter) => void = () => undefined
  const loading = new Promise<JudgeReporter>((resolve) => (loaded = resolve))
  const load = vi.fn(() => loading)
  const late = lateReporter({ load, ...calledAtOnce }) as unknown as Hooks
  expect(load).not.toHaveBeenCalled()

  expect(late.onTestRunStart('1')).toBeUndefined()
  const told = [late.onTestModuleCollected('1'), late.onTestCaseResult('1'), late.onTestRunEnd('1')]
  expect(calls).toEqual([])
  loaded(reporter)
  await Promise.all(told)
  expect(calls).toEqual(['onTestRunStart 1', 'onTestModuleCollected 1', 'onTestCaseResult 1', 'onTestRunEnd 1'])

  late.onTestCaseResult('2')
  expect(calls.at(-1)).toBe('onTestCaseResult 2')
  expect(load).toHaveBeenCalledTimes(1)
})

test('that it cannot be loaded is told', async () => {
  const late = lateReporter({
    load: () => Promise.reject(new Error('broken install')),
    ...calledAtOnce,
  }) as unknown as Hooks
  late.onTestRunStart('1')
  await expect(late.onTestRunEnd('1')).rejects.toThrow('broken install')
})

test('a run is told of at once, and its first test file once', () => {
  const told: string[] = []
  const late = lateReporter({
    load: () => new Promise(() => undefined),
    onRunStart: () => void told.push('run'),
    onFirstModule: () => void told.push('module'),
  }) as unknown as Hooks & { onTestModuleQueued: () => void }
  for (let run = 0; run < 2; run++) {
    late.onTestRunStart('')
    late.onTestModuleQueued()
    late.onTestModuleQueued()
  }
  expect(told).toEqual(['run', 'module', 'run', 'module'])
})
