/**
 * A test run in a process of its own: `node child-process.mjs <folder of transpileStore> <json options>`.
 * Says on stdout, a line of JSON each, what it did: { opened } { flushed: n } { failed: code, message } { done }
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, json] = process.argv.slice(2)
const { url, runId, batches, batchSize, template, startAt = 0, busyTimeoutMs, warmUpUrl } = JSON.parse(json)

const load = (path) => import(pathToFileURL(join(folder, 'store', path)).href)
const { openStore } = await load('open-store.js')
const { batchedWriter } = await load('batched-writer.js')

// Root may write anywhere. Nobody may not, and perhaps may not read this checkout either: what a store loads is loaded before.
if (warmUpUrl !== undefined) {
  await (await openStore(warmUpUrl)).close()
  if (process.getuid?.() === 0) {
    process.setgid(65_534)
    process.setuid(65_534)
  }
}

// Straight to the descriptor: what is said must have been said even if the next moment is the last.
const say = (message) => writeSync(1, `${JSON.stringify(message)}\n`)

try {
  while (Date.now() < startAt);
  const store = await openStore(url, { busyTimeoutMs })
  say({ opened: true })
  await store.startRun({
    id: runId,
    startedAt: new Date().toISOString(),
    commit: null,
    branch: null,
    dirty: null,
    ci: false,
    versions: {},
    judge: { name: 'local', fingerprint: '1' },
  })
  const writer = batchedWriter({
    store,
    runId,
    maxCases: batchSize,
    onError: (error) => {
      throw error
    },
  })
  for (let n = 0; n < batches * batchSize;) {
    for (const end = n + batchSize; n < end; n++) writer.add({ ...template, name: `case ${n}` })
    await writer.flush()
    say({ flushed: n })
  }
  await writer.close()
  await store.close()
  say({ done: true })
} catch (error) {
  say({ failed: error.code, message: error.message })
  process.exitCode = 1
}
