/**
 * A server's answer that is no JSON, with the answer itself: what `JSON.parse` says quotes a piece of it, and a secret that is
 * cut in two is found by nobody.
 */
export class BrokenBody extends SyntaxError {
  override readonly name = 'BrokenBody'

  constructor(readonly body: string) {
    super('the answer is no JSON')
  }
}
