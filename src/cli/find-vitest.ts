import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as VitestNode from 'vitest/node'
import { CliError } from './cli-error.js'

/** The Vitest of the project at `root`, not one that happens to lie nearer to this file. */
export async function importVitest(root: string): Promise<typeof VitestNode> {
  return (await import(pathToFileURL(resolveFrom(root, 'vitest/node')).href)) as typeof VitestNode
}

/** Path of the command `vitest`, for `node`. */
export function vitestCommand(root: string): string {
  const manifest = resolveFrom(root, 'vitest/package.json')
  const { bin } = createRequire(manifest)(manifest) as { bin: { vitest: string } }
  return join(dirname(manifest), bin.vitest)
}

function resolveFrom(root: string, specifier: string): string {
  try {
    return createRequire(join(root, 'package.json')).resolve(specifier)
  } catch (cause) {
    throw new CliError(
      `expected vitest to be installed in ${root}, and found none; run npm install --save-dev vitest there, or name another folder with --root`,
      { cause },
    )
  }
}
