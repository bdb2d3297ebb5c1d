import type { ChangeAction, Doing, RecordKind } from '#shared/contract/activity.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'

export interface LoggedEntry {
  readonly seq: number
  readonly at: Instant
  readonly accountId: string | null
  readonly accountName: string
  readonly via: Doing['via']
  readonly route: string
  readonly undoes: number | null
  readonly changeCount: number
}

export interface LoggedChange {
  readonly id: number
  readonly kind: RecordKind
  readonly recordId: string
  readonly name: string | null
  readonly organizationId: string | null
  readonly action: ChangeAction
  readonly diff: string | null
  readonly secret: string | null
}

export const entryColumns = `e.seq, e.at, e.account_id as accountId, e.account_name as accountName, e.via, e.route,
  e.undoes, e.change_count as changeCount`

export const changeColumns = `c.id, c.kind, c.record_id as recordId, c.name, c.organization_id as organizationId,
  c.action, c.diff, c.secret`

export function getEntry(db: ReadDb, seq: number): LoggedEntry | undefined {
  return db.sql.get<LoggedEntry>(`select ${entryColumns} from audit_entries e where e.seq = @seq`, { seq })
}

export function getEntries(db: ReadDb, seqs: readonly number[]): readonly LoggedEntry[] {
  return db.sql.all<LoggedEntry>(
    `select ${entryColumns} from audit_entries e where e.seq in (select value from json_each(@seqs)) order by e.seq desc`,
    { seqs: JSON.stringify(seqs) },
  )
}

/** In the order they were first touched. */
export function listChanges(db: ReadDb, seq: number): readonly LoggedChange[] {
  return db.sql.all<LoggedChange>(
    `select ${changeColumns} from audit_changes c where c.entry = @seq order by c.id`,
    { seq },
  )
}

/** The entry that wrote this import; undefined for imports of before the log. */
export function entryOfImport(db: ReadDb, batchId: string): number | undefined {
  return db.sql.get<{ entry: number }>(
    `select entry from audit_changes where record_id = @batchId and kind = 'importBatch' and action = 'added'`,
    { batchId },
  )?.entry
}

export interface UndoEdge {
  readonly seq: number
  readonly undoes: number
  readonly at: Instant
  readonly accountName: string
}

/** Everything that took these entries back, and what took that back, and so on. */
export function undoEdges(db: ReadDb, seqs: readonly number[]): readonly UndoEdge[] {
  return db.sql.all<UndoEdge>(
    `with recursive edges(seq, undoes) as (
       select seq, undoes from audit_entries where undoes in (select value from json_each(@seqs))
       union select e.seq, e.undoes from audit_entries e join edges on e.undoes = edges.seq)
     select edges.seq, edges.undoes, e.at, e.account_name as accountName
     from edges join audit_entries e on e.seq = edges.seq order by edges.seq`,
    { seqs: JSON.stringify(seqs) },
  )
}

/** What these entries undo, and what that undid, back to the first: `depth` is 0 for an entry itself. */
export function undoAncestors(
  db: ReadDb,
  seqs: readonly number[],
): readonly { readonly of: number; readonly depth: number; readonly route: string }[] {
  return db.sql.all(
    `with recursive up(of, depth, seq) as (
       select value, 0, value from json_each(@seqs)
       union all select up.of, up.depth + 1, e.undoes from up join audit_entries e on e.seq = up.seq
         where e.undoes is not null)
     select up.of, up.depth, e.route from up join audit_entries e on e.seq = up.seq order by up.of, up.depth`,
    { seqs: JSON.stringify(seqs) },
  )
}

export interface LaterChange {
  readonly kind: RecordKind
  readonly recordId: string
  readonly entry: number
  readonly undoes: number | null
  readonly action: ChangeAction
  readonly diff: string | null
}

/** What later entries did to the records of this one, newest first. */
export function laterChanges(db: ReadDb, seq: number): readonly LaterChange[] {
  return db.sql.all<LaterChange>(
    `select l.kind, l.record_id as recordId, l.entry, e.undoes, l.action, l.diff
     from audit_changes c
     join audit_changes l on l.record_id = c.record_id and l.entry > @seq
     join audit_entries e on e.seq = l.entry
     where c.entry = @seq and c.action <> 'noted' and l.kind = c.kind and l.action <> 'noted'
     order by l.entry desc, l.id desc`,
    { seq },
  )
}

/** The newest entry that wrote to each of these records. */
export function lastEntries(
  db: ReadDb,
  records: readonly { readonly kind: RecordKind; readonly id: string }[],
): readonly { readonly kind: RecordKind; readonly id: string; readonly seq: number }[] {
  return db.sql.all(
    `select c.kind, c.record_id as id, max(c.entry) as seq
     from json_each(@records) r join audit_changes c on c.record_id = r.value ->> 'id'
     where c.kind = r.value ->> 'kind' and c.action <> 'noted'
     group by c.kind, c.record_id`,
    { records: JSON.stringify(records) },
  )
}

/** Seq of the newest entry that undoes this one. */
export function newestUndoOf(db: ReadDb, seq: number): number | undefined {
  return (
    db.sql.get<{ seq: number | null }>('select max(seq) as seq from audit_entries where undoes = @seq', {
      seq,
    })?.seq ?? undefined
  )
}
