import type { MetricVerdict } from './judge-family.js'

export interface ShownChange {
  change: number
  lower: number
  upper: number
  /** Whether there is an interval. */
  isKnown: boolean
}

/** A metric's change as its scores are: of one that is better the lower it is, up is worse. `null` where it has no value. */
export function shownChange({
  change,
  lower,
  upper,
  betterLower,
}: Pick<MetricVerdict, 'change' | 'lower' | 'upper' | 'betterLower'>): ShownChange | null {
  if (change === null) return null
  const isKnown = Number.isFinite(lower)
  return betterLower ? { change: -change, lower: -upper, upper: -lower, isKnown } : { change, lower, upper, isKnown }
}

type Scale = Pick<MetricVerdict, 'unit'>

export function signedFigure(value: number, scale: Scale): string {
  const text = figure(Math.abs(value), scale)
  return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`
}

/** Three decimals, since a mean moves by less than a score; of numbers on a scale of the user's own three digits. */
export function figure(value: number, { unit }: Scale): string {
  // So little is how floating point adds.
  if (unit === 'unit' || value < 1e-9) return value.toFixed(3)
  return value >= 1 || value < 0.0005 ? String(Number(value.toPrecision(3))) : value.toFixed(3)
}
