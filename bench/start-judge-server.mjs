import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Starts the judge in a process of its own, whose CPU is nobody's. */
export async function startJudgeServer(delayMs) {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'judge-server.mjs'), '0', String(delayMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const baseURL = await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the judge server ended with ${code}`)))
    createInterface(server.stdout).once('line', (line) => resolve(line.trim()))
  })
  const { origin } = new URL(baseURL)
  return {
    baseURL,
    async reset() {
      await fetch(`${origin}/reset`, { method: 'POST' })
    },
    /** Calls since the last reset, and how many there were at once. */
    async stats() {
      return (await fetch(`${origin}/stats`)).json()
    },
    stop() {
      server.kill()
    },
  }
}
