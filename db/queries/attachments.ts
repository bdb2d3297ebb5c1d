import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { AttachmentSubject } from '#shared/domain/attachments.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { attachmentContents, attachments } from '../schema/attachments.ts'

export type StoredAttachment = typeof attachments.$inferSelect

/** Of one record, by paper and in the order they were added; whether the caller may see the record is asked before. */
export function listAttachments(
  db: ReadDb,
  { subject, subjectId }: { readonly subject: AttachmentSubject; readonly subjectId: string },
): readonly StoredAttachment[] {
  return db.orm
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.subject, subject),
        eq(attachments.subjectId, subjectId),
        isNull(attachments.deletedAt),
      ),
    )
    .orderBy(asc(attachments.slot), asc(attachments.position), asc(attachments.id))
    .all()
}

/** Undefined when it is in the trash. */
export function getAttachment(db: ReadDb, id: string): StoredAttachment | undefined {
  const found = db.orm.select().from(attachments).where(eq(attachments.id, id)).get()
  return found && found.deletedAt === null ? found : undefined
}

/** The bytes of a hash. */
export function readContent(db: ReadDb, sha256: string): Uint8Array | undefined {
  return db.orm.select().from(attachmentContents).where(eq(attachmentContents.sha256, sha256)).get()?.content
}

/** The same bytes are kept once. */
export function insertAttachment(
  db: WriteDb,
  row: typeof attachments.$inferInsert,
  content: Uint8Array,
): void {
  db.orm
    .insert(attachmentContents)
    .values({ sha256: row.sha256, content: Buffer.from(content) })
    .onConflictDoNothing()
    .run()
  db.orm.insert(attachments).values(row).run()
}

/** False when somebody else has written in between. */
export function renameAttachment(
  db: WriteDb,
  {
    id,
    version,
    name,
    at,
  }: { readonly id: string; readonly version: number; readonly name: string; readonly at: Instant },
): boolean {
  const { changes } = db.orm
    .update(attachments)
    .set({ name, version: version + 1, updatedAt: at })
    .where(and(eq(attachments.id, id), eq(attachments.version, version), isNull(attachments.deletedAt)))
    .run()
  return changes === 1
}

export function nextPosition(
  db: ReadDb,
  { subject, subjectId, slot }: Pick<StoredAttachment, 'subject' | 'subjectId' | 'slot'>,
): number {
  const row = db.orm
    .select({ last: sql<number | null>`max(position)` })
    .from(attachments)
    .where(
      and(eq(attachments.subject, subject), eq(attachments.subjectId, subjectId), eq(attachments.slot, slot)),
    )
    .get()
  return (row?.last ?? 0) + 1
}

/** Attachments of a record that is purged, and bytes nobody has any more. Call within `audit.purging()`. */
export function forgetContents(db: WriteDb): void {
  db.sql.run('delete from attachment_contents where sha256 not in (select sha256 from attachments)', {})
}

/** Of these, those whose file is in the trash. */
export function scansOfTrashedFiles(
  db: ReadDb,
  ids: readonly string[],
): readonly { readonly name: string; readonly fileName: string; readonly of: AttachmentSubject }[] {
  return db.sql.all(
    `select a.name, a.subject as "of", coalesce(f.name, m.held_on || ' ' || m.title) as fileName from attachments a
       left join development_files f on f.id = a.subject_id and a.subject = 'developmentFile'
       left join meetings m on m.id = a.subject_id and a.subject = 'meeting'
     where (f.deleted_at is not null or m.deleted_at is not null)
       and a.id in (select value from json_each(@ids)) order by a.rowid`,
    { ids: JSON.stringify(ids) },
  )
}

/** Those whose record is gone for good. */
export function strayAttachments(db: ReadDb): readonly string[] {
  return db.sql
    .all<{ id: string }>(
      `select id from attachments where (subject = 'developmentFile'
         and subject_id not in (select id from development_files))
         or (subject = 'meeting' and subject_id not in (select id from meetings)) order by rowid`,
      {},
    )
    .map(({ id }) => id)
}
