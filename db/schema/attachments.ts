import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AttachmentSubject } from '#shared/domain/attachments.ts'
import { trashable } from './bookkeeping.ts'

/** 扫描件: one file beside a record. Its bytes stand in `attachment_contents`, so that the log and the lists never carry them. */
export const attachments = sqliteTable(
  'attachments',
  {
    id: text('id').primaryKey(),
    subject: text('subject').$type<AttachmentSubject>().notNull(),
    subjectId: text('subject_id').notNull(),
    /** Which paper of the record: M1 to M30 of a 发展党员档案. */
    slot: text('slot').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    /** Of the content, lower case hex; the key of `attachment_contents`. */
    sha256: text('sha256').notNull(),
    position: integer('position').notNull(),
    ...trashable(),
  },
  (t) => [
    index('attachments_of').on(t.subject, t.subjectId, t.slot),
    index('attachments_content').on(t.sha256),
  ],
)

/** Inside the encrypted database: backed up, restored and verified with it. Never changed, gone when no attachment has it any more. */
export const attachmentContents = sqliteTable('attachment_contents', {
  sha256: text('sha256').primaryKey(),
  content: blob('content', { mode: 'buffer' }).notNull(),
})
