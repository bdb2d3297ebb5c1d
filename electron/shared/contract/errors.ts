/** Every way a call can fail that a person can act on; the screen chooses its words by this code. */
export const errorCodes = [
  'VALIDATION_FAILED',
  'NOT_FOUND',
  'CONFLICT',
  'STALE_WRITE',
  'CANCELLED',
  'SIGN_IN_REQUIRED',
  'SIGN_IN_FAILED',
  'SIGN_IN_LOCKED_OUT',
  'SESSION_LOCKED',
  'PASSWORD_CHANGE_REQUIRED',
  'FORBIDDEN',
  'ALREADY_SET_UP',
  'NOT_SET_UP',
  'KEY_FILE_DAMAGED',
  'KEY_FILE_MISSING',
  'DATABASE_MISSING',
  'DATABASE_DAMAGED',
  'DATABASE_FOREIGN',
  'DATABASE_TOO_NEW',
  'DATABASE_NOT_ENCRYPTED',
  'FOLDER_IN_USE',
  'FOLDER_READ_ONLY',
  'DISK_FULL',
  'BACKUP_DAMAGED',
  'FILE_UNREADABLE',
  'FILE_REFUSED',
  'FILE_TOO_LARGE',
  'FILE_GONE',
  'UNSUPPORTED',
  'FORBIDDEN_SENDER',
  'ROUTE_NOT_FOUND',
  'INTERNAL',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Chinese sentence per field path, e.g. { 'idNo': '身份证号校验位不对' }. */
export type FieldErrors = Readonly<Record<string, string>>

export interface ErrorBody {
  readonly code: ErrorCode
  /** English, for the log and for developers; holds no personal data. */
  readonly detail: string
  /** A Chinese sentence that says what happened and what to do next, where the code alone cannot. */
  readonly messageZh?: string
  readonly fields?: FieldErrors
}

export type Result<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: ErrorBody }

interface AppErrorOptions {
  readonly messageZh?: string
  readonly fields?: FieldErrors
  readonly cause?: unknown
}

/** A failure the user can act on. Anything else that is thrown is a bug and is answered as INTERNAL. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly messageZh: string | undefined
  readonly fields: FieldErrors | undefined

  constructor(code: ErrorCode, detail: string, options: AppErrorOptions = {}) {
    super(detail, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.messageZh = options.messageZh
    this.fields = options.fields
  }

  toBody(): ErrorBody {
    return {
      code: this.code,
      detail: this.message,
      ...(this.messageZh === undefined ? {} : { messageZh: this.messageZh }),
      ...(this.fields === undefined ? {} : { fields: this.fields }),
    }
  }
}
