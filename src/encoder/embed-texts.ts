import { threadEmbedder } from './thread-embedder.js'

/**
 * The thread is a file that Node loads by itself. Built, it is in `encoder/`, one folder up from where `tsc` and from where the bundle
 * put this. Not built, as unit tests have it, Node could not run it, so they share the built one.
 */
const entry = import.meta.url.endsWith('.ts') ? '../../dist/encoder/encoder-thread.js' : '../encoder/encoder-thread.js'

/** The package's own encoder, one thread for all of a process: 512 numbers a text. */
export const embedTexts = threadEmbedder(new URL(entry, import.meta.url))
