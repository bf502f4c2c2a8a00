import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readGitProvenance } from '../../src/store/git-provenance.js'
import { temporaryFolder } from './temporary-folder.js'

const unknown = { commit: null, branch: null, dirty: null }

async function repository() {
  const folder = await temporaryFolder()
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  git('init', '--initial-branch', 'feature/ünï')
  return { folder, git }
}

async function repositoryWithCommit() {
  const { folder, git } = await repository()
  writeFileSync(join(folder, 'prompt.md'), 'Be kind.')
  git('add', '.')
  git('commit', '-m', 'first')
  return { folder, git, commit: git('rev-parse', 'HEAD') }
}

test('commit and branch, also from a folder inside', async () => {
  const { folder, commit } = await repositoryWithCommit()
  mkdirSync(join(folder, 'packages/a'), { recursive: true })
  const expected = { commit, branch: 'feature/ünï', dirty: false }
  expect(await readGitProvenance(folder)).toEqual(expected)
  expect(await readGitProvenance(join(folder, 'packages/a'))).toEqual(expected)
})

test('dirty when a tracked file was changed, staged or removed; not for a new one', async () => {
  const { folder, git } = await repositoryWithCommit()
  writeFileSync(join(folder, 'results.txt'), '')
  expect(await readGitProvenance(folder)).toMatchObject({ dirty: false })
  writeFileSync(join(folder, 'prompt.md'), 'Be rude.')
  expect(await readGitProvenance(folder)).toMatchObject({ dirty: true })
  git('add', 'prompt.md')
  expect(await readGitProvenance(folder)).toMatchObject({ dirty: true })
})

test('a detached HEAD has the branch that the CI server names, or none', async () => {
  const { folder, git, commit } = await repositoryWithCommit()
  git('checkout', '--detach')
  const branch = async (env?: Record<string, string>) => (await readGitProvenance(folder, env)).branch

  expect(await readGitProvenance(folder)).toEqual({ commit, branch: null, dirty: false })
  expect(await branch({ GITHUB_HEAD_REF: 'fix', GITHUB_REF_NAME: '12/merge' })).toBe('fix')
  expect(await branch({ GITHUB_HEAD_REF: '', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' })).toBe('main')
  expect(await branch({ GITHUB_HEAD_REF: '', GITHUB_REF_NAME: 'v1.2', GITHUB_REF_TYPE: 'tag' })).toBeNull()
  git('checkout', 'feature/ünï')
  expect(await branch({ GITHUB_HEAD_REF: 'fix' })).toBe('feature/ünï')
})

test('before the first commit there is a branch and no commit', async () => {
  const { folder } = await repository()
  expect(await readGitProvenance(folder)).toEqual({ commit: null, branch: 'feature/ünï', dirty: false })
})

test('outside a repository, in no folder, and without git, nothing is known', async () => {
  const folder = await temporaryFolder()
  expect(await readGitProvenance(folder)).toEqual(unknown)
  expect(await readGitProvenance(join(folder, 'missing'))).toEqual(unknown)

  const inside = await repositoryWithCommit()
  vi.stubEnv('PATH', folder)
  try {
    expect(await readGitProvenance(inside.folder)).toEqual(unknown)
  } finally {
    vi.unstubAllEnvs()
  }
})
