import type { RecordKind } from '#shared/contract/activity.ts'

/** How the writes of one table are logged. */
export interface AuditedTable {
  readonly kind: RecordKind
  /** Column a record is known by. */
  readonly key: string
  /** Column with what people call it, or SQL for it with `row` for the row; null when it has no name. */
  readonly name: string | null
  /** SQL for the organisation a record belongs to, with `row` for the old or the new row; null when it belongs to none. */
  readonly organization: string | null
  /** Columns that follow from others, or only say that something was written. */
  readonly ignored: readonly string[]
  /** Columns kept masked in the log, with the clear value beside it until the record is purged. */
  readonly secret: readonly string[]
  /** What undoing an insert does: to the trash, gone, or kept (it says what happened, and that stays true). */
  readonly undoInsert: 'trash' | 'delete' | 'keep'
}
