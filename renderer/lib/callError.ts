import { type ErrorBody, type ErrorCode, errorCodes, type FieldErrors } from '#shared/contract/errors.ts'

/** CONNECTION_LOST never comes from the core: it means the core cannot be reached. */
export type CallErrorCode = ErrorCode | 'CONNECTION_LOST'

interface CallErrorBody extends Omit<ErrorBody, 'code'> {
  readonly code: CallErrorCode
}

/** A call that failed; the screen chooses its words with errorText(). */
export class CallError extends Error {
  readonly code: CallErrorCode
  readonly detail: string
  readonly messageZh: string | undefined
  readonly fields: FieldErrors

  constructor(body: CallErrorBody) {
    super(body.detail)
    this.name = 'CallError'
    this.code = body.code
    this.detail = body.detail
    this.messageZh = body.messageZh
    this.fields = body.fields ?? {}
  }
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return errorCodes.some((known) => known === code)
}

/** Anything thrown on a screen, as a CallError. */
export function toCallError(error: unknown): CallError {
  if (error instanceof CallError) return error
  return new CallError({ code: 'INTERNAL', detail: error instanceof Error ? error.message : typeof error })
}

/** Whether a save found the record changed by others. */
export function isStaleWrite(error: unknown): boolean {
  return error !== null && toCallError(error).code === 'STALE_WRITE'
}
