import type { GatePolicy } from '../../../src/baseline/gate/gate-policy.js'

/** The gate's defaults, outside CI. */
export const policy: GatePolicy = {
  policy: 'auto',
  margin: 0.05,
  confidence: 0.95,
  inconclusive: 'warn',
  incomparable: 'warn',
}
