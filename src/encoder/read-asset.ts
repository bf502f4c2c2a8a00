import { readFile } from 'node:fs/promises'
import { sha256OfBytes } from '../text/sha256.js'

/** Arrays and lists of one file of `assets/`, by name. */
export interface Asset {
  int8(name: string): Int8Array
  float32(name: string): Float32Array
  texts(name: string): string[]
}

/** Two levels up from here, and from where the bundle puts this. */
const folder = new URL('../../assets/', import.meta.url)

/** @throws {Error} where the package is damaged: a file is missing, or is not the one that was published */
export async function readAssetBytes(name: string): Promise<Buffer> {
  try {
    const [bytes, checksums] = await Promise.all([
      readFile(new URL(name, folder)),
      readFile(new URL('SHA256SUMS', folder), 'utf8'),
    ])
    if (!checksums.includes(`${sha256OfBytes(bytes)}  ${name}\n`))
      throw new Error('it is not the file that was published')
    return bytes
  } catch (cause) {
    throw new Error(
      `the embedded judge cannot read assets/${name} of vitest-judge: ${(cause as Error).message}; install the package again`,
      { cause },
    )
  }
}

/** Reads a file as `tools/embedded-judge/format-asset.mjs` writes it. The arrays are views of one buffer. */
export async function readAsset(name: string): Promise<Asset> {
  const bytes = await readAssetBytes(name)
  const headerBytes = bytes.readUInt32LE(4)
  const { arrays, texts } = JSON.parse(bytes.toString('utf8', 8, 8 + headerBytes)) as {
    arrays: Record<string, { type: 'int8' | 'float32'; offset: number; length: number }>
    texts: Record<string, string[]>
  }
  const start = Math.ceil((8 + headerBytes) / 16) * 16
  // A buffer from Node's pool need not begin where 32-bit numbers may.
  const data = bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length)
  const find = (array: string, type: string) => {
    const found = arrays[array]
    if (found?.type !== type) throw new Error(`assets/${name}: no ${type} array "${array}"`)
    return found
  }
  return {
    int8(array) {
      const { offset, length } = find(array, 'int8')
      return new Int8Array(data, offset, length)
    },
    float32(array) {
      const { offset, length } = find(array, 'float32')
      return new Float32Array(data, offset, length)
    },
    texts(list) {
      const found = texts[list]
      if (found === undefined) throw new Error(`assets/${name}: no list "${list}"`)
      return found
    },
  }
}
