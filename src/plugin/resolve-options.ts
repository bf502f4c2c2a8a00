import { z } from 'zod'
import { localJudge } from '../judges/local/local-judge.js'
import type { Judge } from '../judges/judge.js'
import type { CassetteMode } from '../cassette/cassette-mode.js'
import type { CallLimits } from '../judge-service/judge-caller.js'
import type { ActiveJudge, ProjectJudges } from '../judge-service/judge-service.js'
import { priceOf, type Prices } from '../judges/prices.js'
import { describeValue } from '../matchers/describe-value.js'
import { ACCEPT_JUDGE_CHANGE, ACCEPT_VARIABLE } from './accept-variable.js'
import type { ReporterOptions } from '../reporter/reporter-options.js'
import { intentsSchema, type Intents } from './intents-schema.js'

/** What `judge()` takes. Every part has a default; see {@link resolveOptions} for all of them in one place. */
export interface JudgeOptions {
  /** Judges every assertion that names no other. Default: the embedded local judge, standing in. */
  judge?: Judge
  /** Others, by name: `toScoreAtLeast(4, { judge: 'strict' })`. */
  judges?: Record<string, Judge>
  /** What is known of an intent, wherever its label is asserted; or the YAML file, from the root, that says it. */
  intents?: Intents | string
  /**
   * When the judge has no key: only what is recorded of it is replayed (default, where a cassette is committed), the local judge stands
   * in (default else), or the run does not start.
   */
  withoutKey?: 'replay' | 'local' | 'fail'
  /** When a call to the judge fails: that is an error (default), or the local judge stands in. */
  onOutage?: 'error' | 'local'
  /** Share of judgements that must have been given, 0..1. Default 0, and 1 in CI. */
  requireJudged?: number
  /** What is done with recorded judgements and replies. */
  cassette?: {
    /**
     * `auto` (default): replay what is recorded, ask the rest and keep it in the cache; `-u` commits it. `record`: ask everything anew and
     * write it. `replay`: ask nobody. `off`: record nothing.
     */
    mode?: CassetteMode
  }
  limits?: {
    /** Calls to judges at once, over all workers. Default 50. */
    maxInFlight?: number
    /** Calls begun in any 60 seconds, over all workers. Default: any number. */
    requestsPerMinute?: number
    /** Tokens of the calls begun in any 60 seconds, as far as they can be foreseen. Default: any number. */
    tokensPerMinute?: number
    /** Milliseconds for one attempt at a call. Default 60,000. */
    timeoutMs?: number
    /** Milliseconds from the run's first call; then no call is made any more. Default: no end. */
    runTimeoutMs?: number
  }
  /** What the judges of one run may cost. The run ends before the call that could exceed it. Default: anything. */
  budget?: {
    /** US dollars. */
    usd?: number
    /** Tokens, input and output. */
    tokens?: number
  }
  /** What models cost, in place of, or besides, the list prices: US dollars for a million tokens, by model. */
  prices?: Prices
  baseline?: {
    /** Folder under the root. Default `snapshots`. */
    dir?: string
    /** Keep latencies too. Default false: they differ from machine to machine. */
    latency?: boolean
  }
  gate?: {
    /**
     * `tolerance`: any score that falls by more than is tolerated turns the run red. `statistical`: a mean that fell by more than noise explains.
     * Default: the latter for metrics with ten comparable cases in their file, else the former.
     */
    policy?: 'tolerance' | 'statistical'
    /** The drop of a mean that a run must exclude to pass, in unit scores, above 0 and below 1. Default 0.05. */
    margin?: number
    /** Of the two-sided interval around a change, from 0.8 and below 1. Default 0.95. */
    confidence?: number
    /** What a run does that neither excludes a drop nor shows one. Default `warn`. */
    inconclusive?: 'warn' | 'fail'
    /** Drops up to these are stable. */
    tolerances?: {
      /** Scores 0..1. Default 0.05. */
      unit?: number
      /** Points of quality on the 1–5 scale. Default 1. */
      quality?: number
      /** Milliseconds, where latencies are kept. Default 1,000. */
      latencyMs?: number
    }
    /** What a score does that cannot be compared, since its input, context, expectation or judge changed. Default: `fail` in CI, else `warn`. */
    incomparable?: 'warn' | 'fail'
    /**
     * Least Cohen's kappa, at the lower end of its interval and 0..1, of an LLM or custom judge against people's labels (`vitest-judge
     * calibrate`): where it is less, or not known, the run is red. Default: none is asked for.
     */
    minKappa?: number
  }
  /** Where results are kept. Default `sqlite:.vitest-judge/results.db` under the root; `false` keeps none. */
  store?: string | false
}

/** What the options are resolved against, read once. */
export interface Surroundings {
  env: Record<string, string | undefined>
  terminal: { isTTY: boolean; columns: number | undefined }
  /** Version of this package. */
  version: string
}

/** The options with every default, as the rest of the plugin reads them. */
export interface ResolvedOptions {
  /** @param hasCassette whether any judgement is recorded and committed: known only once the root is */
  judges: (hasCassette: boolean) => Omit<ProjectJudges, 'intents'>
  /** Or the name of the file that has them, as the user gave it. */
  intents: Intents | string
  limits: CallLimits
  cassette: { mode: CassetteMode }
  /** What the reporter needs, but for what is known only once the run starts. */
  reporter: Omit<ReporterOptions, 'judge' | 'warmUp' | 'cassettes' | 'brokenOff'>
}

const judgeSchema = z.custom<Judge>(
  (value) => {
    if (typeof value !== 'object' || value === null) return false
    const { name, judge } = value as Partial<Judge>
    return typeof name === 'string' && typeof judge === 'function' && hasFingerprint(value)
  },
  { error: 'expected a judge: openAIJudge(…), localJudge() or defineJudge(…)' },
)

/** One that is made when it is read is taken on trust: making it takes as long as all else here, and every run would wait for it. */
function hasFingerprint(value: object): boolean {
  const isGetter = Object.getOwnPropertyDescriptor(value, 'fingerprint')?.get !== undefined
  return isGetter || typeof (value as Partial<Judge>).fingerprint === 'string'
}

const optionsSchema = z.strictObject({
  judge: judgeSchema.optional(),
  judges: z.record(z.string().min(1), judgeSchema).optional(),
  intents: intentsSchema.optional(),
  withoutKey: z.enum(['replay', 'local', 'fail']).optional(),
  onOutage: z.enum(['error', 'local']).optional(),
  requireJudged: z.number().min(0).max(1).optional(),
  cassette: z.strictObject({ mode: z.enum(['auto', 'record', 'replay', 'off']).optional() }).optional(),
  limits: z
    .strictObject({
      maxInFlight: z.number().int().min(1).optional(),
      requestsPerMinute: z.number().int().min(1).optional(),
      tokensPerMinute: z.number().int().min(1).optional(),
      timeoutMs: z.number().positive().optional(),
      runTimeoutMs: z.number().positive().optional(),
    })
    .optional(),
  budget: z.strictObject({ usd: z.number().min(0).optional(), tokens: z.number().min(0).optional() }).optional(),
  prices: z
    .record(
      z.string().min(1),
      z.strictObject({ inputPerMillion: z.number().nonnegative(), outputPerMillion: z.number().nonnegative() }),
    )
    .optional(),
  baseline: z.strictObject({ dir: z.string().min(1).optional(), latency: z.boolean().optional() }).optional(),
  gate: z
    .strictObject({
      policy: z.enum(['tolerance', 'statistical']).optional(),
      margin: z.number().gt(0).lt(1).optional(),
      confidence: z.number().min(0.8).lt(1).optional(),
      inconclusive: z.enum(['warn', 'fail']).optional(),
      tolerances: z
        .strictObject({
          unit: z.number().min(0).optional(),
          quality: z.number().min(0).optional(),
          latencyMs: z.number().min(0).optional(),
        })
        .optional(),
      incomparable: z.enum(['warn', 'fail']).optional(),
      minKappa: z.number().min(0).max(1).optional(),
    })
    .optional(),
  store: z.union([z.string().min(1), z.literal(false)], { error: "expected 'sqlite:<path>' or false" }).optional(),
})

/**
 * Validates the options and fills in every default; nothing deeper asks for one again or reads the environment.
 *
 * @throws {TypeError} naming each option that is unknown or wrong
 */
export function resolveOptions(options: JudgeOptions, { env, terminal, version }: Surroundings): ResolvedOptions {
  const { intents = {} } = (options as JudgeOptions | null) ?? {}
  // Not a union, whose error would say of a wrong intent that it is no text.
  const parsed = optionsSchema.safeParse(isFileName(intents) ? { ...options, intents: {} } : options)
  if (!parsed.success)
    throw new TypeError(`judge(): ${parsed.error.issues.map((issue) => describeIssue(issue, options)).join('; ')}`)
  const { gate, limits, baseline, store = 'sqlite:.vitest-judge/results.db' } = options
  const isCi = isSet(env.CI)
  refuseUnknownPrices(options)
  const judges = (hasCassette: boolean) => resolveJudges(options, hasCassette)
  // Now, and not when the run starts, where the error would name no option.
  judges(false)
  const { GITHUB_HEAD_REF, GITHUB_REF_NAME, GITHUB_REF_TYPE } = env
  return {
    judges,
    intents,
    limits: {
      maxInFlight: limits?.maxInFlight ?? 50,
      requestsPerMinute: limits?.requestsPerMinute,
      tokensPerMinute: limits?.tokensPerMinute,
      timeoutMs: limits?.timeoutMs ?? 60_000,
      runTimeoutMs: limits?.runTimeoutMs,
      budget: options.budget,
      prices: options.prices,
    },
    cassette: { mode: options.cassette?.mode ?? 'auto' },
    reporter: {
      isCi,
      requireJudged: options.requireJudged ?? (isCi ? 1 : 0),
      baseline: { dir: baseline?.dir ?? 'snapshots', latency: baseline?.latency ?? false },
      gate: {
        policy: gate?.policy ?? 'auto',
        margin: gate?.margin ?? 0.05,
        confidence: gate?.confidence ?? 0.95,
        inconclusive: gate?.inconclusive ?? 'warn',
        incomparable: gate?.incomparable ?? (isCi ? 'fail' : 'warn'),
        minKappa: gate?.minKappa,
      },
      acceptJudgeChange: env[ACCEPT_VARIABLE] === ACCEPT_JUDGE_CHANGE,
      tolerances: {
        unit: gate?.tolerances?.unit ?? 0.05,
        quality: gate?.tolerances?.quality ?? 1,
        latencyMs: gate?.tolerances?.latencyMs ?? 1_000,
      },
      store,
      env: { GITHUB_HEAD_REF, GITHUB_REF_NAME, GITHUB_REF_TYPE },
      version,
      terminal: {
        // Not by FORCE_COLOR: Vitest sets that itself, also where its output is no terminal.
        colors: terminal.isTTY && !isSet(env.NO_COLOR),
        columns: terminal.columns ?? 100,
      },
    },
  }
}

function isFileName(intents: unknown): intents is string {
  return typeof intents === 'string' && intents !== ''
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '' && variable !== 'false' && variable !== '0'
}

function resolveJudges(
  { judge, judges = {}, ...options }: JudgeOptions,
  hasCassette: boolean,
): Omit<ProjectJudges, 'intents'> {
  const local = localJudge()
  const { onOutage, withoutKey = hasCassette ? 'replay' : 'local' } = options
  const activate = (chosen: Judge): ActiveJudge => {
    if (chosen.unavailable === undefined) return { judge: chosen }
    const why = `${chosen.name} cannot judge: ${chosen.unavailable}`
    if (withoutKey === 'fail') throw new TypeError(`judge(): ${why}`)
    return withoutKey === 'replay' ? { judge: chosen, replays: why } : { judge: local, standIn: why }
  }
  const own: ActiveJudge =
    judge === undefined
      ? { judge: local, standIn: 'none is chosen; choose one with judge({ judge: … })' }
      : activate(judge)
  return {
    own,
    named: new Map(Object.entries(judges).map(([name, named]) => [name, activate(named)])),
    ...(onOutage === 'local' && { outageJudge: local }),
  }
}

/** A budget in dollars needs to know what a call costs before it is made. */
function refuseUnknownPrices({ budget, judge, judges = {}, prices }: JudgeOptions): void {
  if (budget?.usd === undefined) return
  const chosen = [...(judge === undefined ? [] : [judge]), ...Object.values(judges)]
  for (const { kind, name, model, price } of chosen.flatMap(withMembers)) {
    if (kind !== 'llm' || price !== undefined || (model !== undefined && priceOf(model, prices) !== undefined)) continue
    throw new TypeError(
      `judge(): budget.usd: expected to know the price of ${name}, got none: give it, judge({ prices: { 'its model': { inputPerMillion, outputPerMillion } } }), or limit budget.tokens instead`,
    )
  }
}

/** The judges that are really called. */
function withMembers(judge: Judge): Judge[] {
  return judge.members === undefined ? [judge] : judge.members.flatMap(withMembers)
}

function describeIssue(issue: z.core.$ZodIssue, options: unknown): string {
  const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  if (issue.code === 'unrecognized_keys') {
    return `${where}unknown ${issue.keys.map((key) => `"${key}"`).join(', ')}; see JudgeOptions for what is known`
  }
  if (issue.code === 'invalid_key') return `${issue.path.slice(0, -1).join('.')}: expected a name, got an empty string`
  const given = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], options)
  return `${where}${issue.message.replace(/, received .*$/, '')}, got ${describeValue(given)}`
}
