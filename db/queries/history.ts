import type { ChangeAction, RecordKind } from '#shared/contract/activity.ts'
import type { ReadDb } from '../database.ts'
import { changeColumns, entryColumns, type LoggedChange, type LoggedEntry } from './undo.ts'

export interface HistoryRow extends LoggedEntry {
  readonly changeId: number
  readonly kind: RecordKind
  readonly organizationId: string | null
  readonly action: ChangeAction
  readonly diff: string | null
}

const historyColumns = `${entryColumns}, c.id as changeId, c.kind, c.organization_id as organizationId, c.action, c.diff`

/** Everything that was done to one record, newest first; not cut to the scope. */
export function historyOf(db: ReadDb, kind: RecordKind, id: string): readonly HistoryRow[] {
  return db.sql.all<HistoryRow>(
    `select ${historyColumns} from audit_changes c join audit_entries e on e.seq = c.entry
     where c.record_id = @id and c.kind = @kind and c.action <> 'noted' order by c.entry desc, c.id desc`,
    { kind, id },
  )
}

export interface EventRow extends HistoryRow {
  readonly eventKind: string
  readonly fromText: string | null
  readonly toText: string | null
}

/** What happened to an organisation that did not change itself: another one was merged into it. */
export function eventsOf(db: ReadDb, organizationId: string): readonly EventRow[] {
  return db.sql.all<EventRow>(
    `select ${historyColumns}, v.kind as eventKind, v.from_text as fromText, v.to_text as toText
     from organization_events v
     join audit_changes c on c.record_id = v.id and c.kind = 'organizationEvent' and c.action = 'added'
     join audit_entries e on e.seq = c.entry
     where v.organization_id = @organizationId and not exists (
       select 1 from audit_changes o where o.entry = c.entry and o.record_id = @organizationId)
     order by c.entry desc, c.id desc`,
    { organizationId },
  )
}

export function getChange(db: ReadDb, id: number): LoggedChange | undefined {
  return db.sql.get<LoggedChange>(`select ${changeColumns} from audit_changes c where c.id = @id`, { id })
}
