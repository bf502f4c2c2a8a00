import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '.tmp/**'],
    globalSetup: ['test/support/install-package.ts'],
    // Integration tests start Vitest itself, a second or more each on a busy machine.
    testTimeout: 60_000,
  },
})
