/**
 * A named block of a prompt, fenced by a nonce that is drawn for each call and that the text cannot know.
 *
 * Should the text hold the nonce all the same, every occurrence is taken out, so that no text can close its block or open another.
 *
 * @param nonce at least 16 hex digits
 * @throws TypeError for any other nonce
 */
export function delimit(label: string, text: string, nonce: string): string {
  if (!/^[0-9a-f]{16,}$/.test(nonce)) {
    throw new TypeError(
      `expected a nonce of at least 16 hex digits, got ${JSON.stringify(nonce)}: use randomBytes(16).toString('hex')`,
    )
  }
  return `${opening(label, nonce)}\n${withoutNonce(text, nonce)}\n${closing(label, nonce)}`
}

/** Compiling the expression for a nonce that is new in every call would cost more than all else in a prompt. */
function withoutNonce(text: string, nonce: string): string {
  return text.toLowerCase().includes(nonce) ? text.replace(new RegExp(nonce, 'gi'), '[removed]') : text
}

export function opening(label: string, nonce: string): string {
  return `<<<${label} ${nonce}>>>`
}

export function closing(label: string, nonce: string): string {
  return `<<<end ${label} ${nonce}>>>`
}
