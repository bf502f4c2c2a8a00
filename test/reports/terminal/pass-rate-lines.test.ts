import { expect, test } from 'vitest'
import { correctedPassRate, type CorrectedPassRate } from '../../../src/evaluation/corrected-pass-rate.js'
import { displayWidth } from '../../../src/reports/terminal/display-width.js'
import { createPalette } from '../../../src/reports/terminal/palette.js'
import { passRateLines } from '../../../src/reports/terminal/pass-rate-lines.js'
import { terminalReport } from '../../../src/reports/terminal/terminal-report.js'
import { makeAccuracy, makeRate } from '../../evaluation/make-accuracy.js'
import { makeInput, makeSuite, makeSummary } from './make-input.js'

const quality = correctedPassRate(makeRate(), [makeAccuracy()])
const palette = createPalette(false)

function report(rates: CorrectedPassRate[], suites = 1): string {
  const summary = makeSummary({
    suites: Array.from({ length: suites }, (_, index) =>
      makeSuite({ suite: `support ${index + 1}`, passRates: rates }),
    ),
    passRates: rates,
  })
  return terminalReport(makeInput([], { summary })).split('\n\n').slice(0, 2).join('\n\n')
}

test('one suite has its rates below its row', () => {
  expect(report([quality])).toMatchInlineSnapshot(`
    " vitest-judge  judged by local/lexical@1

     suite                        cases  intent  entities   quality  not judged  errors    p50    p95
     support 1 (support.test.ts)  57/60    0.91      0.97  4.4 of 5           0       0  12 ms  1.8 s
       pass rates  quality 0.80, corrected 0.88 (0.75–1.00, 100 judgements)"
  `)
})

test('several suites have those of the run beside the judges', () => {
  expect(report([quality], 2)).toMatchInlineSnapshot(`
    " vitest-judge  judged by local/lexical@1
       pass rates: quality 0.80, corrected 0.88 (0.75–1.00, 100 judgements)

     suite                        cases  intent  entities   quality  not judged  errors    p50    p95
     support 1 (support.test.ts)  57/60    0.91      0.97  4.4 of 5           0       0  12 ms  1.8 s
       pass rates  quality 0.80, corrected 0.88 (0.75–1.00, 100 judgements)
     support 2 (support.test.ts)  57/60    0.91      0.97  4.4 of 5           0       0  12 ms  1.8 s
       pass rates  quality 0.80, corrected 0.88 (0.75–1.00, 100 judgements)"
  `)
})

test('says what is not corrected of a judge that was calibrated, once, and nothing of others', () => {
  const rates = [
    correctedPassRate(makeRate({ metric: 'intent' }), [makeAccuracy()]),
    correctedPassRate(makeRate({ threshold: 0.5 }), [makeAccuracy()]),
    correctedPassRate(makeRate({ threshold: 0.5 }), [makeAccuracy()]),
    correctedPassRate(makeRate(), [makeAccuracy([10, 40, 20, 30])]),
    correctedPassRate(makeRate({ passed: 95 }), [makeAccuracy([60, 40, 5, 95])]),
  ]
  expect(report(rates)).toMatchInlineSnapshot(`
    " vitest-judge  judged by local/lexical@1
       pass rates: not corrected: quality passes from 0.5 on here, and openai/gpt-4.1-mini was calibrated from 0.75 on
       pass rates: not corrected: openai/gpt-4.1-mini tells quality no better than chance (sensitivity 0.20 and specificity
                   0.60): any true rate is possible
       pass rates: openai/gpt-4.1-mini passed more than its errors with labels can explain in quality: are these replies
                   like the labelled ones?

     suite                        cases  intent  entities   quality  not judged  errors    p50    p95
     support 1 (support.test.ts)  57/60    0.91      0.97  4.4 of 5           0       0  12 ms  1.8 s
       pass rates  quality from 0.75 on 0.80, corrected (0.00–1.00, 100 judgements) ·
                   quality from 0.75 on 0.95, corrected 1.00 (1.00–1.00, 100 judgements)"
  `)
})

test('judge and pass mark are named where the metric does not say which', () => {
  const other = correctedPassRate(makeRate({ threshold: 0.5 }), [
    makeAccuracy(undefined, { passCounts: [{ ...makeAccuracy().passCounts[0]!, atLeast: 0.5 }] }),
  ])
  const tone = correctedPassRate(makeRate({ judge: 'acme/\u001b[31mtone' }), [
    makeAccuracy(undefined, { name: 'acme/\u001b[31mtone' }),
  ])
  const lines = passRateLines([quality, other, tone], palette, 60)
  expect(lines.join('\n')).not.toContain('\u001b')
  expect(lines.filter((line) => displayWidth(line) > 60)).toEqual([])
  expect(lines).toMatchInlineSnapshot(`
    [
      "  pass rates  quality by openai/gpt-4.1-mini from 0.75 on",
      "              0.80, corrected 0.88 (0.75–1.00, 100",
      "              judgements) · quality by openai/gpt-4.1-mini",
      "              from 0.5 on 0.80, corrected 0.88 (0.75–1.00,",
      "              100 judgements) · quality by acme/tone from",
      "              0.75 on 0.80, corrected 0.88 (0.75–1.00, 100",
      "              judgements)",
    ]
  `)
  expect(passRateLines([], palette, 60)).toEqual([])
})
