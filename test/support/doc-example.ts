import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'

const root = join(import.meta.dirname, '../..')

/** The code blocks under a heading of one of our documents, up to the next heading of any level. */
export function docExamples(file: string, heading: string): string[] {
  const sections = readFileSync(join(root, file), 'utf8').split(/^#{2,} /m)
  const section = sections.find((text) => text.startsWith(`${heading}\n`))
  const blocks = [...(section?.matchAll(/^```ts\n(.*?)^```$/gms) ?? [])].map(([, code = '']) => code)
  if (blocks.length === 0) throw new Error(`expected an example under "${heading}" in ${file}, got none`)
  return blocks
}

/** Evaluates an example that is one expression, as it is written, with these names in scope. */
export function evaluateExample(code: string, scope: Record<string, unknown>): unknown {
  const evaluate = runInThisContext(`(${Object.keys(scope).join(', ')}) => (${code}\n)`) as (
    ...values: unknown[]
  ) => unknown
  return evaluate(...Object.values(scope))
}
