import { EVENT_ID, getScalarValue, parseEvents, type Event } from 'js-yaml'

/**
 * The line (from 1) of a place in a YAML text that is well formed: of the last key or item on the path that is there.
 *
 * @example
 * lineOfPath('a:\n  b: 1\n', ['a', 'b']) // 2
 * lineOfPath('a:\n  b: 1\n', ['a', 'missing']) // 1
 */
export function lineOfPath(text: string, path: readonly PropertyKey[]): number {
  const events = parseEvents(text, {})
  let position = 0
  let node = nextNode(events, 0)
  for (const step of path) {
    const child = childAt(text, events, node, String(step))
    if (child === undefined) break
    position = child.position
    node = child.node
  }
  return text.slice(0, position).split(/\r\n?|\n/).length
}

function childAt(
  text: string,
  events: Event[],
  node: number,
  step: string,
): { position: number; node: number } | undefined {
  const parent = events[node]
  if (parent?.type === EVENT_ID.MAPPING) {
    for (let key = node + 1; !isEnd(events[key]); key = after(events, after(events, key))) {
      const event = events[key]
      if (event?.type === EVENT_ID.SCALAR && getScalarValue(text, event) === step) {
        return { position: event.valueStart, node: after(events, key) }
      }
    }
  }
  if (parent?.type === EVENT_ID.SEQUENCE) {
    let index = 0
    for (let item = node + 1; !isEnd(events[item]); item = after(events, item)) {
      if (String(index++) === step) return { position: startOf(events[item]), node: item }
    }
  }
  return undefined
}

function nextNode(events: Event[], from: number): number {
  let index = from
  while (events[index]?.type === EVENT_ID.DOCUMENT) index++
  return index
}

/** Index of the event after a whole node. */
function after(events: Event[], node: number): number {
  let depth = 0
  let index = node
  do {
    const type = events[index++]?.type
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) depth++
    if (type === EVENT_ID.POP) depth--
  } while (depth > 0 && index < events.length)
  return index
}

function isEnd(event: Event | undefined): boolean {
  return event === undefined || event.type === EVENT_ID.POP
}

function startOf(event: Event | undefined): number {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart
  if (event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING) return event.start
  return 0
}
