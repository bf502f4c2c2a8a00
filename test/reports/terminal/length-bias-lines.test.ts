import { expect, test } from 'vitest'
import { lengthBiasLines } from '../../../src/reports/terminal/length-bias-lines.js'
import { createPalette } from '../../../src/reports/terminal/palette.js'

const linesOf = (value: number, lower: number, upper: number, colors = false) =>
  lengthBiasLines({ lengthBias: { value, lower, upper, n: 60 } }, createPalette(colors), 160)

test('warns only where the interval leaves no doubt', () => {
  expect(linesOf(0.41, 0.17, 0.6)).toEqual([
    ' ! length  longer replies scored higher: ρ 0.41 of score and reply length (95 % 0.17 to 0.60, n = 60); are they better, or only longer?',
  ])
  expect(linesOf(-0.41, -0.6, -0.17)[0]).toContain('shorter replies scored higher: ρ −0.41')
  expect(linesOf(0.1, -0.16, 0.35)).toEqual([
    ' length  no bias seen: ρ 0.10 of score and reply length (95 % −0.16 to 0.35, n = 60)',
  ])
  expect(linesOf(-0.001, -0.2, 0.2)[0]).toContain('ρ 0.00')
})

test('is yellow as a warning, and else dim', () => {
  expect(linesOf(0.41, 0.17, 0.6, true)[0]).toContain('\u001b[33m')
  expect(linesOf(0.1, -0.16, 0.35, true)[0]).toContain('\u001b[2m')
})

test('says nothing where there is too little to tell', () => {
  expect(lengthBiasLines({ lengthBias: null }, createPalette(false), 100)).toEqual([])
})
