import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyPassRule, requiredTrials, type CaseVerdict, type PassRule } from '../../src/cases/pass-rule.js'

test.for<[PassRule, number, number]>([
  ['all', 1, 1],
  ['all', 5, 5],
  ['majority', 1, 1],
  ['majority', 2, 2],
  ['majority', 4, 3],
  ['majority', 5, 3],
  [{ atLeast: 0.8 }, 5, 4],
  [{ atLeast: 0.8 }, 10, 8],
  [{ atLeast: 0.7 }, 10, 7],
  [{ atLeast: 0.5 }, 3, 2],
  [{ atLeast: 0.01 }, 5, 1],
  [{ atLeast: 1 }, 7, 7],
])('%o of %i trials is %i', ([rule, trials, required]) => {
  expect(requiredTrials(rule, trials)).toBe(required)
})

const [yes, no, unknown] = [true, false, null]

test.for<[PassRule, (boolean | null)[], CaseVerdict]>([
  ['all', [yes, yes], 'passed'],
  ['all', [yes, no], 'failed'],
  ['all', [yes, unknown], 'not judged'],
  ['all', [no, unknown], 'failed'],
  ['all', [unknown], 'not judged'],
  ['majority', [yes, yes, unknown], 'passed'],
  ['majority', [yes, no, unknown], 'not judged'],
  ['majority', [no, no, unknown], 'failed'],
  ['majority', [yes, no], 'failed'],
  [{ atLeast: 0.8 }, [yes, yes, yes, yes, no], 'passed'],
  [{ atLeast: 0.8 }, [yes, yes, yes, unknown, no], 'not judged'],
  [{ atLeast: 0.8 }, [yes, yes, yes, no, no], 'failed'],
])('by %o, %o has %s', ([rule, trials, verdict]) => {
  expect(applyPassRule(rule, trials)).toBe(verdict)
})

const rules = fc.oneof(
  fc.constantFrom<PassRule>('all', 'majority'),
  fc.double({ min: 0.001, max: 1, noNaN: true }).map((atLeast): PassRule => ({ atLeast })),
)
const outcomes = fc.array(fc.constantFrom(yes, no, unknown), { minLength: 1, maxLength: 20 })

function share(rule: PassRule): number {
  return rule === 'all' ? 1 : rule === 'majority' ? 0.5 : rule.atLeast
}

test('what passes has the share of passed trials that the rule asks for, and one at least', () => {
  fc.assert(
    fc.property(rules, outcomes, (rule, trials) => {
      fc.pre(applyPassRule(rule, trials) === 'passed')
      const passed = trials.filter((trial) => trial === yes).length
      expect(passed).toBeGreaterThanOrEqual(1)
      expect(passed / trials.length).toBeGreaterThanOrEqual(share(rule) - 1e-9)
    }),
  )
})

const rank: Record<CaseVerdict, number> = { failed: 0, 'not judged': 1, passed: 2 }

test('a trial that was not judged helps no more than a failed one to pass, and hides no failure that is certain', () => {
  fc.assert(
    fc.property(rules, outcomes, (rule, trials) => {
      const verdict = applyPassRule(rule, trials)
      const atWorst = applyPassRule(
        rule,
        trials.map((trial) => trial ?? no),
      )
      const atBest = applyPassRule(
        rule,
        trials.map((trial) => trial ?? yes),
      )
      expect(verdict === 'passed').toBe(atWorst === 'passed')
      expect(verdict === 'failed').toBe(atBest === 'failed')
    }),
  )
})

test('one more passed trial in place of another never makes a verdict worse', () => {
  fc.assert(
    fc.property(rules, outcomes, fc.nat(), (rule, trials, place) => {
      const better = trials.with(place % trials.length, yes)
      expect(rank[applyPassRule(rule, better)]).toBeGreaterThanOrEqual(rank[applyPassRule(rule, trials)])
    }),
  )
})
