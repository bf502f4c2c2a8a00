/** As many as lead from a matcher through a user's own helpers to the test. */
const FRAMES = 8

/** The place in the user's test that called `entry`, a function of ours. Our own frames are left out. */
export function callSite(entry: (...args: never[]) => unknown): Error {
  // The stack is taken once, below `entry`, and not also where the error is made.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  const site = new Error('called here')
  // It is taken for every assertion, and shown for few.
  Error.stackTraceLimit = Math.min(stackTraceLimit, FRAMES)
  Error.captureStackTrace(site, entry)
  Error.stackTraceLimit = stackTraceLimit
  return site
}

/** Lets an error point at the user's line, so that Vitest shows that line and not one of ours. */
export function pointAt<E>(error: E, site: Error): E {
  if (error instanceof AggregateError) for (const single of error.errors) pointAt(single, site)
  else if (error instanceof Error) error.stack = [`${error.name}: ${error.message}`, ...frames(site)].join('\n')
  return error
}

function frames({ stack = '' }: Error): string[] {
  return stack.split('\n').filter((line) => /^\s+at /.test(line))
}
