import type { ChangeAction, RecordKind } from '#shared/contract/activity.ts'
import type { ReadDb } from '../database.ts'
import { changeColumns, entryColumns, type LoggedChange, type LoggedEntry } from './undo.ts'

export interface HistoryRow extends LoggedEntry {
  readonly changeId: number
  readonly kind: RecordKind
  readonly recordId: string
  readonly organizationId: string | null
  readonly action: ChangeAction
  readonly diff: string | null
}

const historyColumns = `${entryColumns}, c.id as changeId, c.kind, c.record_id as recordId, c.organization_id as organizationId, c.action, c.diff`

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

/** Parts have no page of their own: what is done to them is history of their file or meeting. */
interface Whole {
  readonly kinds: readonly RecordKind[]
  /** SQL for the ids of its living parts, with `@id` for its own. */
  readonly living: string
  /** The column of a part that is gone which names it. */
  readonly columns: readonly string[]
}

const wholes = {
  developmentFile: {
    kinds: [
      'developmentStep',
      'developmentGuarantor',
      'developmentReview',
      'developmentVote',
      'developmentMaterial',
      'developmentEvent',
    ],
    living: [
      'development_steps',
      'development_guarantors',
      'development_reviews',
      'development_votes',
      'development_materials',
      'development_events',
    ]
      .map((table) => `select id from ${table} where file_id = @id`)
      .join(' union '),
    columns: ['file_id'],
  },
  meeting: {
    kinds: ['meetingItem', 'meetingVersion', 'followUp'],
    living: `select id from meeting_items where meeting_id = @id union select id from meeting_versions where meeting_id = @id
      union select id from follow_ups where subject = 'meeting' and subject_id = @id`,
    columns: ['meeting_id', 'subject_id'],
  },
} as const satisfies Readonly<Partial<Record<RecordKind, Whole>>>

export type WholeKind = keyof typeof wholes

export function isWholeKind(kind: RecordKind): kind is WholeKind {
  return Object.hasOwn(wholes, kind)
}

/** What was done to the parts and the scans of a file or a meeting, those that are gone too, newest first; not cut to the scope. */
export function partsHistoryOf(db: ReadDb, whole: WholeKind, id: string): readonly HistoryRow[] {
  const { kinds, living, columns } = wholes[whole]
  const partKinds = kinds.map((kind) => `'${kind}'`).join(', ')
  const isOfIt = columns.map((column) => `json_extract(gone.diff, '$.${column}[0]') = @id`).join(' or ')
  // A part that is gone is found by its name, which begins with that of what it was part of; the change that took it away holds the
  // id. `+` keeps SQLite from reading all changes of a kind.
  return db.sql.all<HistoryRow>(
    `with part(id) as (
       ${living}
       union select id from attachments where subject = @whole and subject_id = @id
       union select gone.record_id
         from (select distinct name from audit_changes where record_id = @id and +kind = @whole) own
         join audit_changes gone on gone.name >= own.name and gone.name < own.name || ' ·!'
         where gone.kind in (${partKinds}) and gone.action = 'removed' and (${isOfIt}))
     select ${historyColumns} from part join audit_changes c on c.record_id = part.id
     join audit_entries e on e.seq = c.entry
     where +c.kind in (${partKinds}, 'attachment') and c.action <> 'noted' order by c.entry desc, c.id desc`,
    { id, whole },
  )
}

export function getChange(db: ReadDb, id: number): LoggedChange | undefined {
  return db.sql.get<LoggedChange>(`select ${changeColumns} from audit_changes c where c.id = @id`, { id })
}
