import { randomUUID } from 'node:crypto'
import type { TestRecord } from '../../src/evaluation/record-schema.js'
import type { Project, RunOptions, VitestRun } from './project.js'

export interface TestResult {
  status: 'passed' | 'failed' | 'skipped'
  /** What Vitest shows of its failure, stack included. */
  failure: string
  record: TestRecord | undefined
}

export interface RunWithResults extends VitestRun {
  /** By full name, `suite > test`. */
  tests: Record<string, TestResult>
  /** `suite > test: state`, in the order of the file. */
  states: string[]
}

interface JsonReport {
  testResults: {
    assertionResults: {
      ancestorTitles: string[]
      title: string
      status: string
      failureMessages: string[] | null
      meta: { judge?: TestRecord }
    }[]
  }[]
}

/** Runs a project beside whose output one wants to see each test by itself, by Vitest's JSON reporter. */
export async function runWithResults(project: Project, { args = [], env }: RunOptions = {}): Promise<RunWithResults> {
  const report = `results-${randomUUID()}.json`
  const run = await project.run({
    args: [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...(env && { env }),
  })
  const { testResults } = JSON.parse(project.read(report)) as JsonReport
  const tests = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ ancestorTitles, title, status, failureMessages, meta }): [string, TestResult] => [
      [...ancestorTitles, title].join(' > '),
      {
        status: status === 'passed' || status === 'failed' ? status : 'skipped',
        failure: (failureMessages ?? []).join('\n'),
        record: meta.judge,
      },
    ])
  return {
    ...run,
    tests: Object.fromEntries(tests),
    states: tests.map(([name, { status }]) => `${name}: ${status}`),
  }
}
