import type { DateOnly, Instant } from '#shared/lib/dates.ts'

export interface Clock {
  now(): Instant
  /** The date in Asia/Shanghai at this instant. */
  today(): DateOnly
}

export interface IdSource {
  next(): string
}

type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** Messages and fields must hold no personal data. */
export interface Logger {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

export interface StoredFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Files are named by handles; contents never cross the call boundary. */
export interface Files {
  /** Throws FILE_GONE when the handle is unknown or has expired. */
  read(handle: string): StoredFile
  put(file: StoredFile): string
  /** Shows the system's open dialog. Throws UNSUPPORTED where the page itself uploads (browser shell). */
  choose(extensions: readonly string[]): Promise<string | null>
  /** Shows the save dialog and writes. Null when the user cancels. Throws UNSUPPORTED where the page downloads. */
  deliver(handle: string): Promise<string | null>
}

/** Where things stand on disk in this shell: source tree, build output or installed package. */
export interface Resources {
  readonly migrationsDir: string
  /** Worker entry that parses workbooks from outside (electron/core/imports/parseWorker). */
  readonly parseWorker: URL
}

export interface Ports {
  readonly clock: Clock
  readonly ids: IdSource
  readonly logger: Logger
  readonly files: Files
  readonly resources: Resources
}
