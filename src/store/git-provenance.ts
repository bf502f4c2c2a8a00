import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface GitProvenance {
  /** Full hash; `null` before the first commit. */
  commit: string | null
  /** `null` on a detached HEAD of which the CI server does not say the branch. */
  branch: string | null
  /** Whether tracked files differ from the commit. Untracked files are not looked for: in a large tree that takes seconds. */
  dirty: boolean | null
}

const unknown: GitProvenance = { commit: null, branch: null, dirty: null }

/**
 * What code a run tested. All `null` where git is not installed, the folder is in no repository,
 * or git takes more than 2 s. One process, no shell, no lock.
 *
 * @param root a folder in the repository
 * @param env where GitHub names the branch of a detached HEAD: `GITHUB_HEAD_REF` (pull request) or `GITHUB_REF_NAME`
 */
export async function readGitProvenance(
  root: string,
  env: Record<string, string | undefined> = {},
): Promise<GitProvenance> {
  try {
    const { stdout } = await promisify(execFile)(
      'git',
      ['--no-optional-locks', 'status', '--porcelain=v2', '--branch', '--untracked-files=no'],
      { cwd: root, timeout: 2_000, maxBuffer: 64 * 1024 * 1024, windowsHide: true },
    )
    return parseStatus(stdout, env)
  } catch {
    return unknown
  }
}

function parseStatus(status: string, env: Record<string, string | undefined>): GitProvenance {
  const commit = /^# branch\.oid ([0-9a-f]+)$/m.exec(status)?.[1] ?? null
  const head = /^# branch\.head (.+)$/m.exec(status)?.[1]
  return {
    commit,
    branch: head === undefined || head === '(detached)' ? branchOfServer(env) : head,
    dirty: /^[^#]/m.test(status),
  }
}

/** GitHub sets a variable that does not apply to the empty text, and names a tag where it names a branch. */
function branchOfServer({
  GITHUB_HEAD_REF: head = '',
  GITHUB_REF_NAME: ref = '',
  GITHUB_REF_TYPE: type,
}: Record<string, string | undefined>): string | null {
  if (head !== '') return head
  return ref === '' || type === 'tag' ? null : ref
}
