import type Database from 'better-sqlite3'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { StoreError } from '../store-error.js'

export type Driver = typeof Database

/**
 * Loads better-sqlite3, which is installed by whoever keeps results. Its version is read before its code:
 * the binary of version 13 ends a Node 20 process without an error that could be caught.
 */
export async function loadDriver({
  from = import.meta.url,
  nodeVersion = process.versions.node,
}: { from?: string | URL; nodeVersion?: string } = {}): Promise<Driver> {
  const require = createRequire(from)
  const nodeMajor = Number.parseInt(nodeVersion, 10)
  const remedy = `npm i -D better-sqlite3@${nodeMajor < 22 ? 12 : 13}`

  const installed = installedVersion(require)
  if (installed === null) {
    throw new StoreError(
      'driver',
      `Results are kept with better-sqlite3, which is not installed. Run: ${remedy}\n` +
        'To go without a results file, write store: false.',
    )
  }
  if (Number.parseInt(installed, 10) >= 13 && nodeMajor < 22) {
    throw new StoreError(
      'driver',
      `better-sqlite3 ${installed} needs Node 22 and crashes Node ${nodeVersion}, so it was not loaded. ` +
        `Run: ${remedy} (or update Node).`,
    )
  }
  const module = (await import(pathToFileURL(require.resolve('better-sqlite3')).href)) as { default: Driver }
  return module.default
}

/** The binary is loaded with the first database; an `npm install` under another Node leaves one that does not fit. */
export function unusableDriver(cause: unknown): StoreError {
  return new StoreError(
    'driver',
    `better-sqlite3 is installed, but its binary does not load in Node ${process.versions.node}. ` +
      'Run: npm rebuild better-sqlite3',
    { cause },
  )
}

function installedVersion(require: NodeJS.Require): string | null {
  try {
    return (require('better-sqlite3/package.json') as { version: string }).version
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}
