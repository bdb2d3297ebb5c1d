import { AppError, type ErrorCode } from '#shared/contract/errors.ts'

const codes: readonly ErrorCode[] = [
  'DATABASE_DAMAGED',
  'DATABASE_MISSING',
  'DATABASE_FOREIGN',
  'DATABASE_NOT_ENCRYPTED',
  'KEY_FILE_MISSING',
  'KEY_FILE_DAMAGED',
]

/** Nobody can sign in: the data folder itself is what is wrong. */
export function isBeyondSignIn(error: unknown): error is AppError {
  return error instanceof AppError && codes.includes(error.code)
}
