import { execFile } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { createProject } from '../support/project.js'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** The package as the tests' global setup installs it, which nobody rebuilds meanwhile. */
const installed = join(root, '.tmp/node_modules/vitest-judge')
const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
  bin: Record<string, string>
  exports: Record<string, string | { types: string; default: string }>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}
const entries = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [{ name: name === '.' ? 'vitest-judge' : `vitest-judge${name.slice(1)}`, target }],
)

/**
 * What costs too much to be loaded in every test file: a word of its code, since most of it is bundled.
 * Of our own, the prompts and the embedded judge.
 */
const HEAVY = {
  openai: 'OpenAIError',
  zod: '$ZodType',
  'js-yaml': 'deficient indentation',
  diff: 'diffWordsWithSpace',
  'wink-porter2-stemmer': 'rgxException2',
  'chrono-node': 'ENWeekdayParser',
  prompts: 'You grade one reply',
  'local judge': 'Which of two replies is better cannot be told',
}

describe('npm pack', () => {
  test('holds what users need and nothing else', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root })
    const [packed] = JSON.parse(stdout) as { size: number; files: { path: string }[] }[]
    const paths = packed?.files.map(({ path }) => path) ?? []
    const isExpected = (path: string) =>
      /^dist\/(?:.+(?:\.js|\.d\.ts)|THIRD-PARTY-NOTICES\.txt)$/.test(path) ||
      /^assets\/(?:\w+\.(?:bin|wasm)|NOTICES\.md|SHA256SUMS)$/.test(path) ||
      /^(?:README\.md|LICENSE|CHANGELOG\.md|package\.json)$/.test(path)
    expect(paths.filter((path) => !isExpected(path))).toEqual([])
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'package.json', 'assets/NOTICES.md', 'assets/SHA256SUMS']))
    expect(paths).toContain('dist/encoder/encoder-thread.js')
    expect(packed?.size).toBeLessThan(12_000_000)
    const inDist = paths.filter((path) => path.startsWith('dist/'))
    expect(inDist.length).toBeGreaterThan(100)
    expect(inDist.filter((path) => /\.test\.|^dist\/(?:src|test|examples?|bench)\//.test(path))).toEqual([])
    const targets = entries
      .flatMap(({ target }) => [target.default, target.types])
      .concat(Object.values(manifest.bin))
      .map((path) => path.slice(2))
    expect(targets.filter((path) => !paths.includes(path))).toEqual([])
  })

  test('every dependency is one that the built code imports, and the other way round', () => {
    const files = filesOf(entries.map(({ target }) => join(installed, target.default)).concat(runner, commands))
    const imported = new Set(files.flatMap(({ packages }) => packages))
    const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]
    expect([...imported].filter((name) => !declared.includes(name))).toEqual([])
    expect(Object.keys(manifest.dependencies).filter((name) => !imported.has(name))).toEqual([])
  })
})

describe('exports', () => {
  test.for(entries)('$name has code and types, and imports in plain Node', async ({ name, target }) => {
    for (const file of [target.default, target.types]) expect(existsSync(join(installed, file)), file).toBe(true)
    const project = createProject({
      'import.mjs': `const exported = await import('${name}')\nconsole.log(Object.keys(exported).join(' '))\n`,
    })
    const { stdout } = await run(process.execPath, ['import.mjs'], { cwd: project.path })
    expect(stdout.trim()).not.toBe('')
  })
})

const runner = join(installed, 'dist/plugin/judge-runner.js')
const main = join(installed, 'dist/index.js')
const commands = Object.values(manifest.bin).map((path) => join(installed, path))

const paidByEveryTestFile = [
  { what: 'the test runner', file: runner },
  { what: 'the main entry', file: main },
]

describe('commands', () => {
  test.for(Object.entries(manifest.bin))('%s tells its version and its help', async ([, path]) => {
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string }
    const command = join(installed, path)
    expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect((await run(process.execPath, [command, '--version'])).stdout.trim()).toBe(version)
    expect((await run(process.execPath, [command, '--help'])).stdout).toContain('Commands:')
  })
})

describe('what every test file pays for', () => {
  test.for(paidByEveryTestFile)('$what imports no library, nor a judge', ({ file }) => {
    const files = filesOf([file], { eagerOnly: true })
    expect(files.flatMap(({ path, packages }) => packages.map((name) => `${path} imports ${name}`))).toEqual([])
    expect(heavyIn(files.map(({ path }) => path))).toEqual([])
  })

  test.for(paidByEveryTestFile)('$what loads none in a fresh process, and little of ours', async ({ file }) => {
    const loaded = await loadedBy(file)
    expect(loaded).toContain(relative(installed, file))
    expect(loaded.filter((path) => !path.startsWith('dist/'))).toEqual([])
    expect(heavyIn(loaded)).toEqual([])
    const bytes = loaded.reduce((sum, path) => sum + statSync(join(installed, path)).size, 0)
    expect(bytes).toBeLessThan(150_000)
  })

  test('the configuration loads the schema library, and nothing that only a run needs', async () => {
    const found = heavyIn(await loadedBy(join(installed, 'dist/plugin/index.js')))
    expect(found.map(({ name }) => name)).toEqual(['zod'])
  })

  test('the judges import the AI SDK when one of its models is asked, and not before', () => {
    const judges = join(installed, 'dist/judges/index.js')
    const importedBy = (options?: { eagerOnly: boolean }) =>
      filesOf([judges], options).flatMap(({ packages }) => packages)
    expect(importedBy()).toContain('ai')
    expect(importedBy({ eagerOnly: true })).not.toContain('ai')
  })

  test('the statistics load nothing but themselves', async () => {
    const entry = 'dist/statistics/index.js'
    expect(filesOf([join(installed, entry)]).map(({ packages }) => packages)).toEqual([[]])
    expect(await loadedBy(join(installed, entry))).toEqual([entry])
  })

  test('everything heavy is somewhere in the package, where these tests would find it', () => {
    const all = filesOf([...entries.map(({ target }) => join(installed, target.default)), runner])
    const found = new Set(heavyIn(all.map(({ path }) => path)).map(({ name }) => name))
    expect([...found].sort()).toEqual(Object.keys(HEAVY).sort())
  })
})

/** What of the heavy is in files of the package. */
function heavyIn(paths: string[]): { name: string; path: string }[] {
  return paths.flatMap((path) => {
    const code = readFileSync(join(installed, path), 'utf8')
    return Object.entries(HEAVY).flatMap(([name, word]) => (code.includes(word) ? [{ name, path }] : []))
  })
}

/** What a fresh process loads for a file, of ECMAScript modules and CommonJS, from the package's folder. */
async function loadedBy(file: string): Promise<string[]> {
  const project = createProject({
    'hooks.mjs': `import { appendFileSync } from 'node:fs'
export async function load(url, context, next) {
  if (url.startsWith('file:')) appendFileSync('loaded.txt', new URL(url).pathname + '\\n')
  return next(url, context)
}
`,
    'register.mjs': "import { register } from 'node:module'\nregister('./hooks.mjs', import.meta.url)\n",
    'main.mjs': `import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'
await import(${JSON.stringify(pathToFileURL(file).href)})
for (const path of Object.keys(createRequire(import.meta.url).cache)) appendFileSync('loaded.txt', path + '\\n')
`,
    'loaded.txt': '',
  })
  await run(process.execPath, ['--import', './register.mjs', 'main.mjs'], { cwd: project.path })
  const lines = project.read('loaded.txt').trim().split('\n')
  return lines.filter((path) => !path.startsWith(project.path)).map((path) => relative(installed, decodeURI(path)))
}

interface BuiltFile {
  /** From the package's folder, with forward slashes. */
  path: string
  /** Names of the packages that it imports. */
  packages: string[]
}

/** The files of the package that these import, themselves included. `eagerOnly` leaves out `import()` and `require`. */
function filesOf(starts: string[], { eagerOnly = false } = {}): BuiltFile[] {
  const seen = new Map<string, BuiltFile>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    const specifiers = importsOf(file, eagerOnly)
    seen.set(file, {
      path: relative(installed, file).replaceAll('\\', '/'),
      packages: specifiers.filter((name) => !name.startsWith('.') && !isBuiltin(name)).map(packageOf),
    })
    for (const specifier of specifiers) if (specifier.startsWith('.')) visit(join(dirname(file), specifier))
  }
  starts.forEach(visit)
  return [...seen.values()]
}

function importsOf(file: string, eagerOnly: boolean): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      found.push((node.moduleSpecifier as ts.StringLiteral).text)
    }
    if (!eagerOnly && ts.isCallExpression(node)) {
      const [argument] = node.arguments
      const name = ts.isIdentifier(node.expression) ? node.expression.text : ''
      const isRequire = name === 'require' || isCreatedRequire(node.expression)
      const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword
      const isFile = argument !== undefined && ts.isStringLiteral(argument) && !argument.text.endsWith('.json')
      if ((isImport || isRequire) && isFile) found.push(argument.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** `createRequire(import.meta.url)` */
function isCreatedRequire(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'createRequire'
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier)
}
