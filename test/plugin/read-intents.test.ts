import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readIntents, resolveIntents } from '../../src/plugin/read-intents.js'

const root = mkdtempSync(join(tmpdir(), 'vitest-judge-intents-'))

function read(text: string) {
  writeFileSync(join(root, 'intents.yaml'), text)
  return readIntents('intents.yaml', root)
}

function problemOf(text: string): string {
  try {
    read(text)
    return 'taken'
  } catch (error) {
    return (error as Error).message
  }
}

test('what a file says of intents', () => {
  const text = `# Of the shop.
order_support:
  description: Tells where an order is.
  examples:
    - Your parcel is on its way.
refund: { alternatives: [exchange] }
`
  expect(read(text)).toEqual({
    order_support: { description: 'Tells where an order is.', examples: ['Your parcel is on its way.'] },
    refund: { alternatives: ['exchange'] },
  })
  expect(resolveIntents('intents.yaml', root)).toEqual(read(text))
  expect(resolveIntents({ refund: {} }, root)).toEqual({ refund: {} })
})

test('what is wrong in one is named', () => {
  expect(problemOf('order_support:\n  example: [a]\n  examples: []\nrefund: 1\n')).toMatchInlineSnapshot(`
    "intents.yaml has 3 problems:
    intents.yaml order_support.examples: Too small: expected array to have >=1 items
    intents.yaml order_support: Unrecognized key: "example"
    intents.yaml refund: Invalid input: expected object"
  `)
  expect(problemOf('a: [\n')).toMatch(/^intents\.yaml has a problem:\nintents\.yaml:\d+: expected YAML, got: /)
  expect(problemOf('- a\n')).toMatchInlineSnapshot(`
    "intents.yaml has a problem:
    intents.yaml: Invalid input: expected record"
  `)
  expect(problemOf('')).toMatch('intents.yaml')
  expect(() => readIntents('none.yaml', root)).toThrow(/none\.yaml: expected a YAML file of intents, got: ENOENT/)
})
