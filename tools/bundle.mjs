// Puts the modules that `tsc` wrote to dist/ together into a few files, with the libraries that would cost more to load than to run.
// Loading a module costs about a millisecond, once for every test file in a worker: see bench/README.md. The types stay as they are.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { rolldown } from 'rolldown'

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')
const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const entries = [
  ...Object.values(exports).flatMap((target) => (typeof target === 'string' ? [] : target.default)),
  './dist/plugin/judge-runner.js',
  ...Object.values(bin),
].map((path) => relative(dist, resolve(root, path)).replaceAll('\\', '/'))

/** Functions that need nothing, for whatever process: bundled by itself, it loads no piece that is there for workers. */
const alone = 'statistics/index.js'

/** Loaded as they are: the user's own Vitest and driver, what is loaded only to read results, and the user's own AI SDK. */
const external = [/^node:/, /^vitest(?:\/|$)/, /^better-sqlite3$/, /^kysely$/, /^ai$/]

/** What every test file loads is one file, and what else the main entry needs another: finding and reading each takes longer than running it. */
const runner = reachable(join(root, 'dist/plugin/judge-runner.js'))
const main = reachable(join(root, 'dist/index.js'))
/** The same for what a configuration imports: the plugin in any case, and judges. */
const plugin = reachable(join(root, 'dist/plugin/index.js'))
const judges = reachable(join(root, 'dist/judges/index.js'))

const bundle = await rolldown({
  input: inputOf(entries.filter((entry) => entry !== alone)),
  platform: 'node',
  external,
})
const folder = mkdtempSync(join(tmpdir(), 'vitest-judge-bundle-'))
const { output } = await bundle.write({
  dir: folder,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name].js',
  comments: false,
  codeSplitting: {
    groups: [
      // Wanted in workers too, where the configuration is not.
      { name: 'schemas', test: /[\\/]node_modules[\\/]zod[\\/]/, priority: 4 },
      { name: 'runner', test: (id) => runner.has(id), priority: 3 },
      { name: 'cases', test: (id) => main.has(id), priority: 2 },
      { name: 'plugin', test: (id) => plugin.has(id), priority: 1 },
      { name: 'judges', test: (id) => judges.has(id), priority: 0 },
    ],
  },
})

/** Node loads it by its address, in a thread. A bundle of its own: what it shares with the others stands beside what only they load. */
const thread = await rolldown({
  input: join(dist, 'encoder/encoder-thread.js'),
  platform: 'node',
  external: [/^node:/],
})
const { output: threadOutput } = await thread.write({
  file: join(folder, 'encoder/encoder-thread.js'),
  format: 'esm',
  comments: false,
})

const purely = await rolldown({ input: inputOf([alone]) })
await purely.write({ dir: folder, format: 'esm', entryFileNames: '[name].js', comments: false })

for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.js')) rmSync(join(dist, file))
}
cpSync(folder, dist, { recursive: true })
rmSync(folder, { recursive: true })
writeFileSync(
  join(dist, 'THIRD-PARTY-NOTICES.txt'),
  notices([...output, ...threadOutput].flatMap(({ moduleIds = [] }) => moduleIds)),
)

function inputOf(files) {
  return Object.fromEntries(files.map((file) => [file.replace(/\.js$/, ''), join(dist, file)]))
}

/** The modules of ours that one imports at once, itself left out. */
function reachable(entry) {
  const found = new Set([entry])
  for (const module of found) {
    for (const [, path] of readFileSync(module, 'utf8').matchAll(/^(?:import|export) .*?from '(\.[^']+)'/gms)) {
      found.add(resolve(dirname(module), path))
    }
  }
  found.delete(entry)
  return found
}

/** Name, version and licence of every package of which something is in the bundle. */
function notices(modules) {
  const folders = new Set(
    modules.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? []),
  )
  const sections = [...folders].map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry))
    if (file === undefined) throw new Error(`${name} is bundled and has no licence file: name it here, or leave it out`)
    return `${name} ${version} (${license})\n\n${readFileSync(join(path, file), 'utf8').trim()}\n`
  })
  const rule = `\n${'-'.repeat(80)}\n\n`
  return `Parts of these packages are in the files beside this one.\n${rule}${sections.sort().join(rule)}`
}
