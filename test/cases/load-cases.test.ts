import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadCases } from '../../src/cases/load-cases.js'
import { setWorker, type WorkerState } from '../../src/worker/worker-state.js'

let folder: string
let watched: string[]
const registry = globalThis as Record<symbol, unknown>
const key = Symbol.for('vitest-judge.worker')
let stateBefore: unknown

beforeEach(() => {
  stateBefore = registry[key]
  watched = []
  folder = mkdtempSync(join(tmpdir(), 'load-cases-'))
  mkdirSync(join(folder, 'fixtures'))
  writeFileSync(join(folder, 'fixtures', 'cases.jsonl'), '{"id": "a", "input": "x"}')
})
afterEach(() => {
  registry[key] = stateBefore
  rmSync(folder, { recursive: true })
})

function inTestFile(testFile: string | undefined): void {
  setWorker({ testFile, watchFile: (path: string) => void watched.push(path) } as unknown as WorkerState)
}

describe('the path', () => {
  const loaded = [{ id: 'a', input: 'x', type: 'unit', tags: [], thresholds: {} }]

  test('starts from the test file, and is watched', () => {
    inTestFile(join(folder, 'support.test.ts'))
    expect(loadCases('fixtures/cases.jsonl')).toStrictEqual(loaded)
    expect(loadCases('./fixtures/cases.jsonl')).toStrictEqual(loaded)
    expect(watched).toStrictEqual(Array(2).fill(join(folder, 'fixtures', 'cases.jsonl')))
  })

  test('may be absolute or a URL', () => {
    inTestFile(undefined)
    const path = join(folder, 'fixtures', 'cases.jsonl')
    expect(loadCases(path)).toStrictEqual(loaded)
    expect(loadCases(pathToFileURL(path))).toStrictEqual(loaded)
    expect(loadCases(pathToFileURL(path).href)).toStrictEqual(loaded)
  })

  test('may start from another file', () => {
    inTestFile(join(folder, 'elsewhere', 'support.test.ts'))
    const from = join(folder, 'helpers.ts')
    expect(loadCases('fixtures/cases.jsonl', { from })).toStrictEqual(loaded)
    expect(loadCases('fixtures/cases.jsonl', { from: pathToFileURL(from).href })).toStrictEqual(loaded)
  })

  test('is not guessed where no test file is known', () => {
    inTestFile(undefined)
    expect(() => loadCases('cases.jsonl')).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: loadCases("cases.jsonl"): a relative path starts from the test file, and no test file is running here; pass an absolute path, or new URL("cases.jsonl", import.meta.url)]`,
    )
  })

  test('may not lead to the network', () => {
    inTestFile(undefined)
    expect(() => loadCases(new URL('https://example.com/cases.jsonl'))).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: loadCases reads files: expected a path or a file: URL, got "https://example.com/cases.jsonl"]`,
    )
  })

  test('is watched where the file is missing or wrong, for that is what will change', () => {
    inTestFile(join(folder, 'support.test.ts'))
    expect(() => loadCases('missing.jsonl')).toThrow('expected a file, got none')
    expect(watched).toStrictEqual([join(folder, 'missing.jsonl')])
  })
})

describe('libraries', () => {
  const source = resolve(import.meta.dirname, '../../src')
  const installed = resolve(import.meta.dirname, '../../node_modules')

  /** Writes the module and what it imports, as JavaScript, to a folder that no library can be reached from. */
  function transpile(path: string): void {
    const target = join(folder, relative(source, path)).replace(/\.ts$/, '.js')
    if (existsSync(target)) return
    const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
    })
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, outputText)
    for (const [, imported] of outputText.matchAll(/from '(\.[^']+)\.js'/g)) {
      transpile(join(dirname(path), `${imported!}.ts`))
    }
  }

  function run(script: string): string {
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
    transpile(join(source, 'cases/load-cases.ts'))
    const state = '{ testFile: undefined, watchFile() {} }'
    const program = `
      import { loadCases } from './cases/load-cases.js'
      globalThis[Symbol.for('vitest-judge.worker')] = ${state}
      const load = (path) => {
        try { return loadCases(process.cwd() + '/' + path)[0].id } catch (error) { return error.message.split('\\n')[0] }
      }
      ${script}`
    return execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: folder,
      encoding: 'utf8',
    }).trim()
  }

  test('are not imported with loadCases, but loaded by its first call', () => {
    expect(run(`console.log(typeof loadCases); console.log(load('fixtures/cases.jsonl'))`)).toBe(
      "function\nCannot find module 'zod'",
    )
  })

  test('are loaded for their format only', () => {
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(join(installed, 'zod'), join(folder, 'node_modules', 'zod'), 'junction')
    writeFileSync(join(folder, 'a.json'), '[{"id": "b", "input": "x"}]')
    writeFileSync(join(folder, 'a.yaml'), '- id: c\n  input: x')
    writeFileSync(join(folder, 'a.csv'), 'id,input\nd,x')
    const script = `for (const path of ['fixtures/cases.jsonl', 'a.json', 'a.yaml', 'a.csv']) console.log(load(path))`
    expect(run(script).split('\n')).toStrictEqual([
      'a',
      'b',
      "Cannot find module 'js-yaml'",
      "Cannot find module 'csv-parse/sync'",
    ])
  })
})
