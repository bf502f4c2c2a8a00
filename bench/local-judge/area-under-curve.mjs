/** The area under the ROC curve: how often a positive scores above a negative, ties counting half. By ranks, O(n log n). */
export function areaUnderCurve(positives, negatives) {
  const all = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].sort((a, b) => a.score - b.score)
  let ranks = 0
  for (let start = 0; start < all.length;) {
    let end = start
    while (end < all.length && all[end].score === all[start].score) end++
    const rank = (start + end + 1) / 2
    for (let at = start; at < end; at++) if (all[at].isPositive) ranks += rank
    start = end
  }
  const n = positives.length
  return (ranks - (n * (n + 1)) / 2) / (n * negatives.length)
}
