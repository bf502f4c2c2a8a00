/** Where something stands in a text: offsets in UTF-16 units, `end` excluded. */
export interface Span {
  at: number
  end: number
}

/** Whether two stretches have a character in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.at < b.end && b.at < a.end
}

/**
 * Which of `spans` overlap none of `masks`. Both must be in order of where they begin; linear in both.
 */
export function outside<Kind extends Span>(spans: readonly Kind[], masks: readonly Span[]): Kind[] {
  const kept: Kind[] = []
  let next = 0
  let reach = -1
  for (const span of spans) {
    for (let mask = masks[next]; mask !== undefined && mask.at < span.end; mask = masks[next]) {
      reach = Math.max(reach, mask.end)
      next++
    }
    if (reach <= span.at) kept.push(span)
  }
  return kept
}

/** In order of where they begin. */
export function inOrder<Kind extends Span>(spans: readonly Kind[]): Kind[] {
  return spans.toSorted((a, b) => a.at - b.at || a.end - b.end)
}
