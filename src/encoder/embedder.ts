/**
 * Turns texts into vectors whose directions tell how near the texts are in meaning: one for each text, in their order, all of the same
 * length.
 */
export type Embedder = (
  texts: readonly string[],
) => readonly ArrayLike<number>[] | Promise<readonly ArrayLike<number>[]>
