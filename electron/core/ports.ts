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

/** A file that stays where it lies: backups are too large to be held in memory. */
export interface FileOnDisk {
  readonly name: string
  readonly path: string
}

/** Files are named by handles; contents never cross the call boundary. */
export interface Files {
  /** Throws FILE_GONE when the handle is unknown or has expired, FILE_TOO_LARGE for a large file on disk. */
  read(handle: string): StoredFile
  put(file: StoredFile): string
  /** For delivering a large file. It must stay there until it has been fetched. */
  putOnDisk(file: FileOnDisk): string
  /** Where it lies; null when it is held in memory. Throws FILE_GONE. */
  onDisk(handle: string): FileOnDisk | null
  /** For what must not lie about once it is read. A file on disk stays where it lies. */
  drop(handle: string): void
  /** Shows the system's open dialog. Throws UNSUPPORTED where the page itself uploads (browser shell). */
  choose(extensions: readonly string[]): Promise<string | null>
  /** Shows the system's dialog for folders and answers the path; null when cancelled. Throws UNSUPPORTED elsewhere. */
  chooseFolder(): Promise<string | null>
  /** Shows the save dialog and writes. Null when the user cancels. Throws UNSUPPORTED where the page downloads. */
  deliver(handle: string): Promise<string | null>
}

export type FileShelf = Omit<Files, 'choose' | 'chooseFolder' | 'deliver'>

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
