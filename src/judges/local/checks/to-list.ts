export function toList<Item>(items: Item | Item[]): Item[] {
  return Array.isArray(items) ? items : [items]
}
