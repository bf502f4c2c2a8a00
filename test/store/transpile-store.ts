import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * The store as JavaScript, for child processes: Node 20 runs no TypeScript, and a build would want every other folder
 * to compile. It lies inside the repository, where its imports find node_modules.
 */
export async function transpileStore(): Promise<{ folder: string; remove: () => Promise<void> }> {
  await mkdir(join(root, '.tmp'), { recursive: true })
  const folder = await mkdtemp(join(root, '.tmp', 'store-'))
  for (const part of ['store', 'evaluation', 'text']) await transpileFolder(part, folder)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

async function transpileFolder(part: string, folder: string): Promise<void> {
  const entries = await readdir(join(root, 'src', part), { recursive: true }).catch(() => [])
  for (const entry of entries.filter((name) => name.endsWith('.ts'))) {
    const source = await readFile(join(root, 'src', part, entry), 'utf8')
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
    })
    const target = join(folder, part, entry.replace(/\.ts$/, '.js'))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, outputText)
  }
}
