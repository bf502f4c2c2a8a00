import { formatCount, missing } from './format-number.js'

/** A figure with its interval and what it rests on: `0.71 (0.62–0.79, n = 200)`. */
export function formatKappa(
  value: number | null,
  { lower, upper, n }: { lower: number | null; upper: number | null; n: number },
): string {
  if (value === null || lower === null || upper === null) return `${missing} (n = ${formatCount(n)})`
  return `${formatFigure(value)} (${formatFigure(lower)}–${formatFigure(upper)}, n = ${formatCount(n)})`
}

function formatFigure(figure: number): string {
  return figure.toFixed(2).replace('-', '−')
}
