import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '.tmp/**'],
    // A thread starts in a third of a process's time, and integration tests wait for the processes that they start.
    pool: 'threads',
    maxWorkers: 2,
    globalSetup: ['test/support/install-package.ts'],
    // Integration tests start Vitest itself, a second or more each on a busy machine.
    testTimeout: 60_000,
  },
})
