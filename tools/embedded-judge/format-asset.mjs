/** Tensors begin where SIMD likes them to. */
const ALIGNMENT = 16

/**
 * One binary file of named arrays, as `src/encoder/read-asset.ts` reads it: "VJA1", length of the header (32 bit, little endian), the header as
 * JSON, then the arrays one after another, each aligned. Everything is little endian.
 *
 * @param arrays `Int8Array` or `Float32Array` by name
 * @param texts lists of strings by name, which stand in the header itself
 */
export function formatAsset({ arrays, texts = {} }) {
  let offset = 0
  const index = {}
  for (const [name, array] of Object.entries(arrays)) {
    const type = array instanceof Int8Array ? 'int8' : 'float32'
    index[name] = { type, offset, length: array.length }
    offset = align(offset + array.byteLength)
  }
  const json = Buffer.from(JSON.stringify({ arrays: index, texts }))
  const start = align(8 + json.length)
  const file = Buffer.alloc(start + offset)
  file.write('VJA1', 0, 'latin1')
  file.writeUInt32LE(json.length, 4)
  json.copy(file, 8)
  for (const [name, array] of Object.entries(arrays)) {
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).copy(file, start + index[name].offset)
  }
  return file
}

function align(offset) {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT
}
