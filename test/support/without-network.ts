import { spawnSync } from 'node:child_process'

/**
 * What to put before a command so that it runs in a network namespace of its own, which has no network at all; `undefined` where
 * this system has no such thing, or does not let us.
 */
export function withoutNetwork(): string[] | undefined {
  // Root needs no user namespace; others do.
  const commands = [
    ['unshare', '--net'],
    ['unshare', '--map-root-user', '--net'],
  ]
  return commands.find(([command = '', ...args]) => spawnSync(command, [...args, 'true']).status === 0)
}
