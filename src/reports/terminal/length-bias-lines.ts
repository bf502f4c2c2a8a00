import type { RunSummary } from '../../evaluation/run-summary.js'
import type { Palette } from './palette.js'
import { wrapBehind } from './wrap-text.js'

/** Whether scores rose or fell with the length of the replies; a warning only where the interval leaves no doubt. */
export function lengthBiasLines(
  { lengthBias }: Pick<RunSummary, 'lengthBias'>,
  palette: Palette,
  columns: number,
): string[] {
  if (lengthBias === null) return []
  const { value, lower, upper, n } = lengthBias
  const found = `ρ ${signed(value)} of score and reply length (95 % ${signed(lower)} to ${signed(upper)}, n = ${n})`
  if (lower <= 0 && upper >= 0) return wrapBehind(' length  ', `no bias seen: ${found}`, columns).map(palette.dim)
  const said = `${value > 0 ? 'longer' : 'shorter'} replies scored higher: ${found}; are they better, or only ${value > 0 ? 'longer' : 'shorter'}?`
  return wrapBehind(' ! length  ', said, columns).map(palette.yellow)
}

function signed(correlation: number): string {
  const text = Math.abs(correlation).toFixed(2)
  return correlation < 0 && text !== '0.00' ? `−${text}` : text
}
