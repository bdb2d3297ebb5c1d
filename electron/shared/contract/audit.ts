import { z } from 'zod'
import type { Instant } from '../lib/dates.ts'
import { activityListInput, type Doing, type RecordChange } from './activity.ts'
import { query, command } from './define.ts'
import type { FileRef } from './files.ts'
import type { Role } from './rights.ts'

export interface AuditEntry extends Doing {
  readonly role: Role | null
  /** What the entry says beyond its records: why a sign-in failed, which file a backup is. */
  readonly detail: string | null
  readonly changeCount: number
  readonly undoes: number | null
  /** Hexadecimal SHA-256 over this entry, its changes and the hash before it. */
  readonly hash: string
  /** Of a log that a restore has replaced since (恢复前的日志): its `seq` is that log's. */
  readonly isReplaced: boolean
}

export interface AuditVerification {
  readonly entries: number
  readonly ok: boolean
  /** The last entry up to which the chain holds; 0 when not even the first does. */
  readonly lastGood: number
  /** Chinese: what is wrong with the entry after it; null when all is well. */
  readonly problem: string | null
  /** Heads kept outside the log (the head file, backups) that the chain was held against. */
  readonly anchors: number
  /** Entries of logs that a restore replaced, kept beside the log and checked with it. */
  readonly replaced: number
}

const seq = z.int().min(1)
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

export const auditRoutes = {
  /** Everything, newest first. `route` for one sort of action. */
  'audit.list': query(
    activityListInput.extend({ route: z.string().max(100).nullable() }),
    'audit.read',
  ).output<{
    readonly rows: readonly AuditEntry[]
    readonly total: number
    readonly accounts: readonly { readonly id: string; readonly displayName: string }[]
    readonly routes: readonly { readonly route: string; readonly title: string }[]
  }>(),
  /** `replaced`: hash of an entry of a log that a restore has replaced. */
  'audit.changes': query(
    z.strictObject({ seq, replaced: z.string().length(64).optional(), ...page }),
    'audit.read',
  ).output<{
    readonly rows: readonly RecordChange[]
    readonly total: number
  }>(),
  /** Its result is an entry of the log too. */
  'audit.verify': command(z.strictObject({}), 'audit.read').output<
    AuditVerification & { readonly checkedAt: Instant }
  >(),
  /** The entries of a list, as a workbook. */
  'audit.export': command(
    activityListInput.omit({ offset: true, limit: true }).extend({ route: z.string().max(100).nullable() }),
    'audit.read',
  ).output<{ readonly file: FileRef; readonly rows: number }>(),
}
