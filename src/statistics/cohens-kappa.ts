export interface CohensKappaInput<Label extends string | number> {
  /** What the first rater said of each item. At least one. */
  a: readonly Label[]
  /** What the second rater said of the same items, in the same order. */
  b: readonly Label[]
  /**
   * How much a disagreement counts: all alike (`none`, for labels without an order), by how many steps the labels are apart
   * (`linear`), or by the square of that (`quadratic`).
   */
  weights: 'none' | 'linear' | 'quadratic'
  /**
   * All labels of the scale, in its order. Default: the labels that occur, in ascending order. Name them where one may not occur, since
   * a missing one would bring its neighbours nearer together.
   */
  labels?: readonly Label[]
}

/**
 * Cohen's kappa: how far two raters agree beyond chance, 1 − Σ wᵢⱼ oᵢⱼ / Σ wᵢⱼ eᵢⱼ with the observed shares o, those expected by chance e (the
 * products of the raters' own shares) and the weights w of disagreements. 1 is full agreement, 0 what chance gives, −1 the least.
 * Where chance alone would agree on everything, since both raters gave one and the same label throughout, there is nothing to tell
 * agreement from chance by: `value` is `null`. O(n + labels²).
 *
 * Sources: Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20 (1960), and
 * "Weighted Kappa", Psychological Bulletin 70 (1968).
 *
 * @throws {RangeError} without items, for raters of unequal length, a number that is not finite, a label that is not in `labels`, a label
 * twice in `labels`, or weights over texts whose order `labels` does not tell
 * @example
 * cohensKappa({ a: [5, 4, 2, 1], b: [5, 4, 1, 1], weights: 'quadratic' }) // { value: 0.916… }
 */
export function cohensKappa<Label extends string | number>({
  a,
  b,
  weights,
  labels,
}: CohensKappaInput<Label>): { value: number | null } {
  if (a.length === 0) throw new RangeError('cohensKappa() expects at least one item, and got none.')
  if (a.length !== b.length) {
    throw new RangeError(`cohensKappa() expects both raters on the same items, and got ${a.length} and ${b.length}.`)
  }
  const positions = positionsOf(labels ?? labelsIn(a, b, weights))
  const size = positions.size
  const together = new Float64Array(size * size)
  const rows = new Float64Array(size)
  const columns = new Float64Array(size)
  const rowsOfA = a.map((label) => positionOf(positions, label))
  const columnsOfB = b.map((label) => positionOf(positions, label))
  for (const [index, column] of columnsOfB.entries()) {
    const row = rowsOfA[index] ?? 0
    add(together, row * size + column)
    add(rows, row)
    add(columns, column)
  }
  let observed = 0
  let expected = 0
  for (const [row, inRow] of rows.entries()) {
    for (const [column, inColumn] of columns.entries()) {
      const weight = weightOf(Math.abs(row - column), weights)
      observed += weight * (together[row * size + column] ?? 0)
      expected += (weight * inRow * inColumn) / a.length
    }
  }
  // Rounding may take complete disagreement a hair below −1.
  return { value: expected === 0 ? null : Math.max(-1, 1 - observed / expected) }
}

function weightOf(distance: number, weights: CohensKappaInput<number>['weights']): number {
  if (weights === 'none') return distance === 0 ? 0 : 1
  return weights === 'linear' ? distance : distance * distance
}

function labelsIn<Label extends string | number>(
  a: readonly Label[],
  b: readonly Label[],
  weights: CohensKappaInput<Label>['weights'],
): Label[] {
  const found = [...new Set([...a, ...b])]
  if (weights !== 'none' && found.some((label) => typeof label === 'string')) {
    throw new RangeError(`cohensKappa() expects the option labels, in order, for ${weights} weights over texts.`)
  }
  return found.sort((one, other) => (one < other ? -1 : 1))
}

function positionsOf<Label extends string | number>(labels: readonly Label[]): Map<Label, number> {
  const positions = new Map(labels.map((label, position) => [label, position]))
  const [wrong] = labels.filter((label) => typeof label === 'number' && !Number.isFinite(label))
  if (wrong !== undefined) {
    throw new RangeError(`cohensKappa() expects finite labels, and got ${wrong}: leave missing ones out.`)
  }
  if (positions.size < labels.length) throw new RangeError('cohensKappa() expects each label once in labels.')
  return positions
}

function positionOf<Label extends string | number>(positions: Map<Label, number>, label: Label): number {
  const position = positions.get(label)
  if (position !== undefined) return position
  throw new RangeError(`cohensKappa() expects one of the labels ${[...positions.keys()].join(', ')}, and got ${label}.`)
}

function add(counts: Float64Array, position: number): void {
  counts[position] = (counts[position] ?? 0) + 1
}
