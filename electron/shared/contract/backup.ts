import { z } from 'zod'
import type { DateOnly, Instant } from '../lib/dates.ts'
import { command, query } from './define.ts'
import type { FileRef } from './files.ts'
import { jobId } from './jobs.ts'

/** Of backup files, in the folder and handed over. */
export const backupExtension = 'zip'

export const backupReasons = [
  'daily',
  'exit',
  'beforeImport',
  'beforeUpgrade',
  'beforeRestore',
  'manual',
  'handOver',
  'salvaged',
] as const

export type BackupReason = (typeof backupReasons)[number]

/** Says what a backup holds; stands in the backup itself beside the encrypted file. */
export const backupManifest = z.strictObject({
  format: z.literal(1),
  /** One database key, through all its backups and restores, on whatever computer. */
  ledgerId: z.string().min(1).max(64),
  appVersion: z.string().max(40),
  migrations: z.int().min(0),
  createdAt: z.string().max(40),
  reason: z.enum(backupReasons),
  /** Table -> rows. */
  counts: z.record(z.string().max(64), z.int().min(0)),
  /** Null from a database of before the log. */
  auditHead: z.strictObject({ seq: z.int().min(0), hash: z.string().max(64) }).nullable(),
  /** Of the encrypted file. */
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of the key file beside it. */
  keysSha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export type BackupManifest = Readonly<z.output<typeof backupManifest>>

export interface BackupRow {
  /** Its file name, without the folder. */
  readonly id: string
  readonly place: 'local' | 'second'
  readonly createdAt: Instant
  readonly reason: BackupReason
  readonly bytes: number
  readonly appVersion: string
  readonly members: number
  readonly organizations: number
  /** Chinese: which part is damaged; null when its manifest could be read. Contents are checked when it is looked at. */
  readonly problem: string | null
}

export interface BackupPlaceState {
  readonly path: string
  readonly newestGoodAt: Instant | null
  /** Chinese: why the last attempt there failed; null when it did not. */
  readonly problem: string | null
}

export interface BackupPolicy {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

export interface BackupStatus {
  readonly local: BackupPlaceState
  /** Null when none is set. */
  readonly second: BackupPlaceState | null
  readonly policy: BackupPolicy
  /** Chinese, to be shown on the home page: no good backup for three days, the second place out of reach. */
  readonly warnings: readonly string[]
  readonly lastFullCheckOn: DateOnly | null
}

/** One table's rows there and here. */
export interface CountComparison {
  readonly table: string
  readonly label: string
  readonly backup: number
  /** Null when there is no readable database here. */
  readonly current: number | null
}

export interface BackupInspection {
  readonly manifest: BackupManifest
  readonly isSameLedger: boolean
  readonly counts: readonly CountComparison[]
  readonly newestChange: { readonly backup: Instant | null; readonly current: Instant | null }
  /** Entries of the log written here since the backup. */
  readonly changesSince: number | null
}

export interface RestoreReport {
  /** `keysOnly`: the database was sound and stays; only its key file came from the backup. The counts are the database's then. */
  readonly did: 'replaced' | 'keysOnly'
  readonly counts: Readonly<Record<string, number>>
  /** Folder the data of before was set aside in. */
  readonly setAside: string | null
  /** The new one when a recovery code was used up; null otherwise. */
  readonly recoveryCode: string | null
}

const source = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('list'),
    id: z.string().min(1).max(200),
    place: z.enum(['local', 'second']),
  }),
  /** A file the user has chosen. */
  z.strictObject({ from: z.literal('file'), handle: z.string().min(8).max(64) }),
])

export type BackupSource = Readonly<z.output<typeof source>>

/** What opens a backup where nobody is signed in: an account of it, or its recovery code. */
const secret = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('password'),
    user: z.string().trim().min(1, '请填写账号').max(64),
    password: z.string().min(1, '请填写密码').max(128),
  }),
  z.strictObject({
    by: z.literal('recoveryCode'),
    recoveryCode: z.string().trim().min(1, '请填写恢复码').max(64),
  }),
])

export type BackupSecret = Readonly<z.output<typeof secret>>

const none = z.strictObject({})
const ownPassword = z.string().min(1, '请填写您自己的密码').max(128)

export const backupRoutes = {
  'backup.status': query(none, 'signedIn').output<BackupStatus>(),
  'backup.list': query(none, 'backup.make').output<{ readonly rows: readonly BackupRow[] }>(),
  'backup.make': command(z.strictObject({ jobId: jobId.nullable() }), 'backup.make').output<{
    readonly local: BackupRow
    /** Chinese: why the copy at the second place failed; null when it did not or none is set. */
    readonly secondProblem: string | null
  }>(),
  /** A fresh backup as one file to carry to a new PC. */
  'backup.handOver': command(z.strictObject({ jobId: jobId.nullable() }), 'backup.manage').output<FileRef>(),
  'backup.changeSettings': command(
    z.strictObject({
      /** Folder on another disk; null for none. */
      secondPlace: z.string().trim().min(1).max(500).nullable(),
      policy: z.strictObject({
        daily: z.int().min(1, '至少 1 份').max(60, '最多 60 份'),
        weekly: z.int().min(0).max(60, '最多 60 份'),
        monthly: z.int().min(0).max(60, '最多 60 份'),
      }),
    }),
    'backup.manage',
  ).output<BackupStatus>(),
  /** Reads the whole backup: checksum, test opening, counts. BACKUP_DAMAGED says which part. */
  'backup.inspect': command(
    z.strictObject({ source, jobId: jobId.nullable() }),
    'backup.manage',
  ).output<BackupInspection>(),
  /** Signs everybody out. Answers only after counts and checksum of what is now there were compared. */
  'backup.restore': command(
    z.strictObject({ source, ownPassword, jobId: jobId.nullable() }),
    'backup.manage',
  ).output<RestoreReport>(),

  /** Where nobody can sign in: a new data folder (a file chosen) or a damaged database (the folder's own backups too). */
  'rescue.backups': command(z.strictObject({ secret }), 'public').output<{
    readonly rows: readonly BackupRow[]
    /** What is wrong with the data folder; null when it is new. */
    readonly problem: string | null
  }>(),
  'rescue.inspect': command(
    z.strictObject({ source, secret, jobId: jobId.nullable() }),
    'public',
  ).output<BackupInspection>(),
  'rescue.restore': command(
    z.strictObject({ source, secret, jobId: jobId.nullable() }),
    'public',
  ).output<RestoreReport>(),
  /** Reads what can be read of a damaged database into a backup of its own, which can then be restored. */
  'rescue.salvage': command(z.strictObject({ secret, jobId: jobId.nullable() }), 'public').output<{
    readonly backup: BackupRow
    readonly tables: readonly {
      readonly label: string
      readonly saved: number
      /** Rows known to be missing; null when not even that could be found out. */
      readonly lost: number | null
    }[]
  }>(),
}
