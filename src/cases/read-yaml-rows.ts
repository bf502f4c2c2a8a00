import { createRequire } from 'node:module'
import type * as Yaml from 'js-yaml'
import type { RowsRead } from './dataset-row.js'
import { lineCounter } from './line-counter.js'
import { listedCases } from './listed-cases.js'

/** A YAML 1.2 list of rows, or `cases:` with one. Anchors, aliases and merge keys (`<<`) may be used. */
export function readYamlRows(text: string): RowsRead {
  const yaml = createRequire(import.meta.url)('js-yaml') as typeof Yaml
  const lineAt = lineCounter(text)
  let events: Yaml.Event[]
  let documents: unknown[]
  try {
    events = yaml.parseEvents(text, {})
    const schema = yaml.CORE_SCHEMA.withTags(yaml.mergeTag)
    documents = yaml.constructFromEvents(events, { source: text, schema })
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) return { rows: [], problems: [{ message: (error as Error).message }] }
    const { reason, mark } = error
    return { rows: [], problems: [{ ...(mark && { line: mark.line + 1 }), message: `expected YAML, got: ${reason}` }] }
  }
  if (documents.length > 1) {
    const message = `expected one YAML document, got ${documents.length}; take out the \`---\` between them`
    return { rows: [], problems: [{ message }] }
  }
  const [document] = documents
  if (document === undefined || document === null) return { rows: [], problems: [] }
  const values = listedCases(document)
  if (!Array.isArray(values)) return { rows: [], problems: [values] }

  const offsets = rowOffsets(text, events, yaml)
  const rows = values.map((value: unknown, index) => ({ value, line: lineAt(offsets[index] ?? 0) }))
  return { rows, problems: [] }
}

/** Where each row starts in the text. */
function rowOffsets(text: string, events: Yaml.Event[], yaml: typeof Yaml): number[] {
  const offsets: number[] = []
  for (const at of childrenOf(rowsEvent(text, events, yaml), events, yaml)) {
    let start = startOf(events[at])
    if (start < 0) {
      // An empty entry has no place of its own: it is the next lone dash after everything before it.
      const dash = /^[ \t]*-(?=[ \t]*(?:#|\r?$))/gm
      dash.lastIndex = Math.max((offsets.at(-1) ?? -1) + 1, ...events.slice(0, at).map(endOf))
      start = dash.exec(text)?.index ?? dash.lastIndex
    }
    offsets.push(start)
  }
  return offsets
}

/** The index of the event that starts the list of rows: the root itself, or the value of its `cases`. */
function rowsEvent(text: string, events: Yaml.Event[], yaml: typeof Yaml): number {
  const root = events.findIndex((event) => event.type !== yaml.EVENT_ID.DOCUMENT)
  if (events[root]?.type !== yaml.EVENT_ID.MAPPING) return root
  const keysAndValues = childrenOf(root, events, yaml)
  const key = keysAndValues.findIndex((at, index) => {
    const event = events[at]
    return index % 2 === 0 && event?.type === yaml.EVENT_ID.SCALAR && yaml.getScalarValue(text, event) === 'cases'
  })
  return keysAndValues[key + 1] ?? root
}

/** The indices of the events that start what `events[parent]` directly holds. */
function childrenOf(parent: number, events: Yaml.Event[], { EVENT_ID }: typeof Yaml): number[] {
  const children: number[] = []
  const opens = (event: Yaml.Event) => event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING
  const first = events[parent]
  if (first === undefined || !opens(first)) return children
  let depth = 1
  for (let at = parent + 1; depth > 0 && at < events.length; at++) {
    const event = events[at]
    if (event === undefined) break
    if (event.type === EVENT_ID.POP) depth -= 1
    else if (depth === 1) children.push(at)
    if (opens(event)) depth += 1
  }
  return children
}

function startOf(event: Yaml.Event | undefined): number {
  if (event === undefined) return -1
  if ('start' in event) return event.start
  if ('valueStart' in event) return event.valueStart
  return 'anchorStart' in event ? event.anchorStart : -1
}

function endOf(event: Yaml.Event): number {
  return Math.max(startOf(event), 'valueEnd' in event ? event.valueEnd : -1)
}
