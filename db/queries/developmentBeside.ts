import type { PartialDate } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'

// What stands beside one file in other registers. Whoever asks has read the file itself, cut to the scope, before.

export interface FormOfFile {
  readonly id: string
  readonly serialNo: string
  readonly issuedOn: PartialDate | null
  readonly issuerName: string
}

/** The booklet that is with the person or in the file; the newest if there are two. */
export function formOfFile(db: ReadDb, fileId: string): FormOfFile | null {
  return (
    db.sql.get<FormOfFile>(
      `select f.id, f.serial_no as serialNo, f.issued_on as issuedOn, o.short_name as issuerName
       from application_forms f join organizations o on o.id = f.organization_id
       where f.file_id = @fileId and f.status in ('issued', 'filed') and f.deleted_at is null
       order by f.issued_on desc, f.id limit 1`,
      { fileId },
    ) ?? null
  )
}

export interface ClassOfFile {
  readonly classId: string
  readonly name: string
  readonly fromOn: PartialDate
  readonly toOn: PartialDate
  readonly hours: number | null
  readonly isPassed: 0 | 1 | null
  readonly certNo: string | null
}

/** Classes the person sat in, oldest first. */
export function classesOfFile(db: ReadDb, fileId: string): readonly ClassOfFile[] {
  return db.sql.all<ClassOfFile>(
    `select c.id as classId, c.name, c.from_on as fromOn, c.to_on as toOn, coalesce(p.hours, c.hours) as hours,
       p.is_passed as isPassed, p.cert_no as certNo
     from training_places p join training_classes c on c.id = p.class_id
     where p.file_id = @fileId and c.deleted_at is null order by c.from_on, c.id`,
    { fileId },
  )
}

/** How many scans lie with each paper. */
export function countScans(db: ReadDb, fileId: string): ReadonlyMap<string, number> {
  const rows = db.sql.all<{ readonly slot: string; readonly n: number }>(
    `select slot, count(*) as n from attachments
     where subject = 'developmentFile' and subject_id = @fileId and deleted_at is null group by slot`,
    { fileId },
  )
  return new Map(rows.map(({ slot, n }) => [slot, n]))
}

/** Why findings of these files are kept, by file and code. */
export function developmentOverrides(db: ReadDb, fileId: string): ReadonlyMap<string, string> {
  const rows = db.sql.all<{ readonly code: string; readonly reason: string }>(
    `select code, reason from finding_overrides where subject = 'developmentFile' and subject_id = @fileId`,
    { fileId },
  )
  return new Map(rows.map(({ code, reason }) => [code, reason]))
}

export interface LaterPart {
  readonly fileId: string
  readonly kind: PartKind
  readonly id: string
}

type PartKind =
  | 'developmentStep'
  | 'developmentEvent'
  | 'developmentVote'
  | 'developmentReview'
  | 'developmentMaterial'

/** Parts of files that did not come with the entry of this change: one for each file that has any. */
export function partsOfLaterEntries(
  db: ReadDb,
  fileIds: readonly string[],
  changeId: number,
): readonly LaterPart[] {
  const tables: Readonly<Record<PartKind, string>> = {
    developmentStep: 'development_steps',
    developmentEvent: 'development_events',
    developmentVote: 'development_votes',
    developmentReview: 'development_reviews',
    developmentMaterial: 'development_materials',
  }
  const parts = Object.entries(tables).map(
    ([kind, table]) =>
      `select '${kind}' as kind, id, file_id from ${table} where file_id in (select value from json_each(@ids))`,
  )
  return db.sql.all<LaterPart>(
    `select p.file_id as fileId, p.kind, min(p.id) as id from (${parts.join(' union all ')}) p
     where p.id not in (select c.record_id from audit_changes c
       where c.entry = (select entry from audit_changes where id = @changeId))
     group by p.file_id`,
    { ids: JSON.stringify(fileIds), changeId },
  )
}
