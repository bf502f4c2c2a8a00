import picocolors from 'picocolors'

/** The colours of one report; each is the identity where colours are off. */
export type Palette = ReturnType<typeof picocolors.createColors>
export type Paint = Palette['red']

export function createPalette(colors: boolean): Palette {
  return picocolors.createColors(colors)
}
