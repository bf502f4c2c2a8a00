import type { Meaning } from './meanings.js'

type Embedded = Pick<Meaning, 'embedding' | 'standing'>

/**
 * How much two texts stand out as alike: their cosine in standard deviations above that of each with texts of all kinds, the mean of
 * both. Symmetric; around 0 for texts that have nothing to do with each other, above 3 for those that mean the same.
 */
export function likeness(a: Embedded, b: Embedded): number {
  let cosine = 0
  for (let i = 0; i < a.embedding.length; i++) cosine += (a.embedding[i] ?? 0) * (b.embedding[i] ?? 0)
  return (above(cosine, a) + above(cosine, b)) / 2
}

function above(cosine: number, { standing }: Embedded): number {
  return (cosine - standing.mean) / standing.deviation
}
