import { Cassettes, type CassettesOptions } from '../../src/cassette/cassettes.js'
import { JudgeCaller, type CallLimits, type JudgeCallerOptions } from '../../src/judge-service/judge-caller.js'
import { JudgeService } from '../../src/judge-service/judge-service.js'
import { RecordedReplies } from '../../src/judge-service/recorded-replies.js'

/** A service with everything behind it; it records nothing unless it is told where. */
export function testService(
  limits: Partial<CallLimits> = {},
  {
    cassettes: options = { root: '/nowhere', dir: 'snapshots', mode: 'off' },
    ...caller
  }: { cassettes?: CassettesOptions } & Partial<JudgeCallerOptions> = {},
) {
  const cassettes = new Cassettes(options)
  const service = new JudgeService({
    caller: new JudgeCaller({ limits: { maxInFlight: 10, timeoutMs: 5_000, ...limits }, ...caller }),
    cassettes,
  })
  return { service, cassettes, replies: new RecordedReplies(cassettes) }
}
