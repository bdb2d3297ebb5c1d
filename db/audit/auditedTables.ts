import type { RecordKind } from '#shared/contract/activity.ts'
import type { AuditedTable } from './auditedTable.ts'
import { developmentTables } from './developmentTables.ts'
import { electionParts } from './electionParts.ts'
import { meetingTables } from './meetingTables.ts'
import { reviewTables, unloggedReviewTables } from './reviewTables.ts'

const bookkeeping = ['version', 'created_at', 'updated_at']

const ofElection = '(select organization_id from elections where id = row.election_id)'

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
  memberships: {
    kind: 'membership',
    key: 'id',
    name: '(select name from members where id = row.member_id)',
    organization: 'row.organization_id',
    ignored: [...bookkeeping, 'full_from'],
    secret: [],
    undoInsert: 'delete',
  },
  status_spells: {
    kind: 'statusSpell',
    key: 'id',
    name: '(select name from members where id = row.member_id)',
    // It goes with the person: whoever has taken somebody under 留党察看 over ends it.
    organization: '(select organization_id from members where id = row.member_id)',
    ignored: bookkeeping,
    secret: [],
    undoInsert: 'delete',
  },
  group_spells: {
    kind: 'groupSpell',
    key: 'id',
    name: '(select name from members where id = row.member_id)',
    organization: 'row.group_id',
    ignored: bookkeeping,
    secret: [],
    undoInsert: 'delete',
  },
  terms: {
    kind: 'term',
    key: 'id',
    name: `(select short_name from organizations where id = row.organization_id) || coalesce('第' || row.term_no || '届', '届次')`,
    organization: 'row.organization_id',
    ignored: bookkeeping,
    secret: [],
    undoInsert: 'trash',
  },
  posts: {
    kind: 'post',
    key: 'id',
    name: 'person_name',
    organization: 'row.organization_id',
    ignored: bookkeeping,
    secret: ['phone'],
    undoInsert: 'trash',
  },
  mobility_records: {
    kind: 'mobilityRecord',
    key: 'id',
    name: 'coalesce(row.name, (select name from members where id = row.member_id))',
    organization:
      'coalesce((select organization_id from members where id = row.member_id), row.organization_id)',
    ignored: bookkeeping,
    secret: ['id_no', 'phone'],
    undoInsert: 'trash',
  },
  mobility_contacts: {
    kind: 'mobilityContact',
    key: 'id',
    name: '(select coalesce(r.name, m.name) from mobility_records r left join members m on m.id = r.member_id where r.id = row.record_id)',
    organization:
      '(select coalesce(m.organization_id, r.organization_id) from mobility_records r left join members m on m.id = r.member_id where r.id = row.record_id)',
    ignored: bookkeeping,
    secret: [],
    undoInsert: 'delete',
  },
  elections: {
    kind: 'election',
    key: 'id',
    name: `(select short_name from organizations where id = row.organization_id) || case row.kind when 'term' then '换届' else '补选' end`,
    organization: 'row.organization_id',
    ignored: bookkeeping,
    secret: [],
    undoInsert: 'trash',
  },
  ...electionParts(ofElection),
  transfers: {
    kind: 'transfer',
    key: 'id',
    name: 'person_name',
    organization: 'row.organization_id',
    ignored: [...bookkeeping, 'expire_on'],
    secret: ['id_no', 'phone'],
    undoInsert: 'trash',
  },
  lost_cases: {
    kind: 'lostCase',
    key: 'id',
    name: '(select name from members where id = row.member_id)',
    organization: '(select organization_id from members where id = row.member_id)',
    ignored: bookkeeping,
    secret: [],
    undoInsert: 'trash',
  },
  lost_attempts: {
    kind: 'lostAttempt',
    key: 'id',
    name: '(select m.name from lost_cases c join members m on m.id = c.member_id where c.id = row.case_id)',
    organization:
      '(select m.organization_id from lost_cases c join members m on m.id = c.member_id where c.id = row.case_id)',
    ignored: bookkeeping,
    secret: [],
    undoInsert: 'delete',
  },
  enterprises: {
    kind: 'enterprise',
    key: 'id',
    name: 'name',
    organization: 'row.organization_id',
    ignored: bookkeeping,
    secret: ['contact_phone'],
    undoInsert: 'trash',
  },
  ...developmentTables(bookkeeping),
  ...meetingTables(bookkeeping),
  ...reviewTables(bookkeeping),
  bridge_freezes: {
    kind: 'bridgeFreeze',
    key: 'id',
    name: "substr(row.on_day, 1, 4) || '年年末数'",
    organization: 'row.organization_id',
    ignored: bookkeeping,
    secret: [],
    undoInsert: 'keep',
  },
  finding_overrides: {
    kind: 'findingOverride',
    key: 'id',
    name: 'code',
    organization: `coalesce((select organization_id from members where id = row.subject_id),
      (select organization_id from development_files where id = row.subject_id),
      (select organization_id from enterprises where id = row.subject_id), row.subject_id)`,
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
  bridge_freeze_people: 'written once with its freeze, which is logged, and never changed',
  member_findings: 'follows from the records by the rules',
  development_status: 'follows from the file, its parts and today',
  development_findings: 'follows from the file by the rules',
  meeting_years: 'follows from the meetings of a branch and a year',
  ...unloggedReviewTables,
  attachment_contents: 'named by its own hash, never changed; the attachment beside it is logged',
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
