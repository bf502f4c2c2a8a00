export interface CallFailureDetails {
  /** HTTP status of the answer. */
  status?: number | undefined
  headers?: Pick<Headers, 'get'> | undefined
  cause?: unknown
}

/** A call that failed, told in one way by libraries that each have errors of their own. `status` alone decides where there is one. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure'
  readonly status?: number
  readonly headers?: Pick<Headers, 'get'>

  constructor(
    readonly kind: 'status' | 'timeout' | 'connection' | 'no key' | 'other',
    message: string,
    { status, headers, cause }: CallFailureDetails = {},
  ) {
    super(message, cause === undefined ? undefined : { cause })
    if (status !== undefined) this.status = status
    if (headers !== undefined) this.headers = headers
  }
}
