import { expect, test } from 'vitest'
import { isRunReference } from '../../src/cli/accept-run.js'

test.for(['latest', 'latest~1', '0193aaaa', '0193AAAA-0001', '0193aaaa-0001-7000-8000-000000000000'])(
  '%s is a run',
  (argument) => expect(isRunReference(argument)).toBe(true),
)

test.for(['latest.test.ts', 'support.test.ts', 'support', '-t', '0193', '0193aaaax', 'deadbeef.test.ts', 'src/latest'])(
  '%s is for Vitest',
  (argument) => expect(isRunReference(argument)).toBe(false),
)
