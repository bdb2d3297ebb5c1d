import type { RecordKind } from '#shared/contract/activity.ts'

export interface AuditedTable {
  readonly kind: RecordKind
  /** Column a record is known by. */
  readonly key: string
  /** Column with what people call it; null when it has no name. */
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

const bookkeeping = ['version', 'created_at', 'updated_at']

/** Tables whose every write is logged, by the triggers of `collector.ts`. A new table stands here or below. */
export const auditedTables: Readonly<Record<string, AuditedTable>> = {
  members: {
    kind: 'member',
    key: 'id',
    name: 'name',
    organization: 'row.organization_id',
    ignored: [...bookkeeping, 'seq', 'name_key'],
    secret: ['id_no', 'mobile', 'phone', 'hukou', 'address'],
    undoInsert: 'trash',
  },
  organizations: {
    kind: 'organization',
    key: 'id',
    name: 'short_name',
    organization: 'row.id',
    ignored: [...bookkeeping, 'tree_order', 'position', 'match_key'],
    secret: [],
    undoInsert: 'trash',
  },
  organization_events: {
    kind: 'organizationEvent',
    key: 'id',
    name: null,
    organization: 'row.organization_id',
    ignored: ['created_at'],
    secret: [],
    undoInsert: 'delete',
  },
  finding_overrides: {
    kind: 'findingOverride',
    key: 'id',
    name: 'code',
    organization: `coalesce((select organization_id from members where id = row.subject_id), row.subject_id)`,
    ignored: ['created_at'],
    secret: [],
    undoInsert: 'delete',
  },
  import_batches: {
    kind: 'importBatch',
    key: 'id',
    name: 'file_name',
    organization: null,
    ignored: ['created_at'],
    secret: [],
    undoInsert: 'keep',
  },
  import_mappings: {
    kind: 'importMapping',
    key: 'id',
    name: null,
    organization: null,
    ignored: ['updated_at'],
    secret: [],
    undoInsert: 'keep',
  },
  document_exports: {
    kind: 'documentExport',
    key: 'id',
    name: 'document',
    organization: null,
    ignored: [],
    secret: [],
    undoInsert: 'keep',
  },
  accounts: {
    kind: 'account',
    key: 'id',
    name: 'user',
    organization: null,
    ignored: [...bookkeeping, 'last_sign_in_at'],
    secret: [],
    undoInsert: 'keep',
  },
  settings: {
    kind: 'setting',
    key: 'key',
    name: 'key',
    organization: null,
    ignored: ['updated_at'],
    secret: [],
    undoInsert: 'keep',
  },
}

/** Tables whose writes are not logged, and why. */
export const unloggedTables: Readonly<Record<string, string>> = {
  audit_entries: 'the log itself',
  audit_changes: 'the log itself',
  replaced_entries: 'the log of before a restore',
  replaced_changes: 'the log of before a restore',
  member_findings: 'follows from the records by the rules',
  member_search_keys: 'follows from the names',
  workspace_items: "one account's drafts and views; a draft becomes a record when it is saved",
  database_facts: 'the program’s own marks, such as the day of the last check',
  __drizzle_migrations: 'kept by the migrations',
}

const byKind = new Map(Object.entries(auditedTables).map(([table, each]) => [each.kind, { table, ...each }]))

export function tableOf(kind: RecordKind): AuditedTable & { readonly table: string } {
  const found = byKind.get(kind)
  if (!found) throw new Error(`no table for ${kind}`)
  return found
}
