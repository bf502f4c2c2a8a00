/**
 * A value as JSON with the keys of every object sorted: the same text for values that differ in nothing but the order of
 * their keys. As in JSON, members that JSON cannot say are left out; `undefined` itself gives the word.
 *
 * Not `JSON.stringify` with a function that sorts, which takes three times as long.
 *
 * @throws TypeError for what JSON cannot hold: a bigint, a cycle.
 * @example
 * canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', []) ?? 'undefined'
}

function write(value: unknown, key: string, above: object[]): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (above.includes(value)) throw new TypeError('expected plain data, got an object that contains itself')
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return write((value.toJSON as (key: string) => unknown)(key), key, [...above, value])
  }
  above.push(value)
  const text = Array.isArray(value) ? writeList(value, above) : writeObject(value as Record<string, unknown>, above)
  above.pop()
  return text
}

function writeList(list: unknown[], above: object[]): string {
  return `[${list.map((item, index) => write(item, String(index), above) ?? 'null').join(',')}]`
}

function writeObject(object: Record<string, unknown>, above: object[]): string | undefined {
  // What `JSON.stringify` unwraps: `new String('a')` is "a".
  if (object instanceof String || object instanceof Number || object instanceof Boolean) return JSON.stringify(object)
  let text = ''
  for (const key of Object.keys(object).sort()) {
    const member = write(object[key], key, above)
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${member}`
  }
  return `{${text}}`
}
