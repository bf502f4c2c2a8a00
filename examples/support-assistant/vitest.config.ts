import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { localJudge } from 'vitest-judge/judges'
import { judge } from 'vitest-judge/plugin'
import { intents } from './intents.js'

/** `--mode regressed`: the assistant after somebody made it fit for small screens, see the README. */
const regressed = {
  find: /^\.\/settings\.js$/,
  replacement: fileURLToPath(new URL('assistant/settings.regressed.ts', import.meta.url)),
}

export default defineConfig(({ mode }) => ({
  // One case asks more than words tell: see the report.
  plugins: [judge({ judge: localJudge(), intents, requireJudged: 0.98 })],
  resolve: { alias: mode === 'regressed' ? [regressed] : [] },
  test: { include: ['*.test.ts'] },
}))
