import type { RecordKind } from '#shared/contract/activity.ts'
import type { TrashKind } from '#shared/contract/trash.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { auditedTables, tableOf } from '../audit/auditedTables.ts'
import { developmentPartNames } from '../audit/developmentNames.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { forgetOverrides } from './overridesPurge.ts'
import { purgeBesideDevelopment } from './developmentPurge.ts'

/** Kinds whose trash needs nothing but the row: no names, numbers or places that others might have taken in between. */
export type PlainTrashKind = Exclude<TrashKind, 'member' | 'organization'>

interface PlainTrash {
  /** SQL for what the trash calls it, with `row` for the row. */
  readonly name: string
  /** SQL for the organisation it stands under, with `row` for the row. */
  readonly place: string
}

/** Each later slice adds its own. */
const plain: Readonly<Record<PlainTrashKind, PlainTrash>> = {
  term: {
    name: `(select short_name from organizations where id = row.organization_id) || coalesce('第' || row.term_no || '届', '届次')`,
    place: 'row.organization_id',
  },
  post: { name: 'row.person_name', place: 'row.organization_id' },
  lostCase: {
    name: `(select name from members where id = row.member_id) || '的失联处置'`,
    place: '(select organization_id from members where id = row.member_id)',
  },
  enterprise: { name: 'row.name', place: 'row.organization_id' },
  transfer: { name: 'row.person_name', place: 'row.organization_id' },
  election: {
    name: `(select short_name from organizations where id = row.organization_id) || case row.kind when 'term' then '换届' else '补选' end`,
    place: 'row.organization_id',
  },
  developmentFile: { name: 'row.name', place: 'row.organization_id' },
  applicationForm: { name: `'志愿书 ' || row.serial_no`, place: 'row.organization_id' },
  trainingClass: { name: 'row.name', place: 'row.organization_id' },
  attachment: {
    name: developmentPartNames.scan,
    place: `coalesce((select organization_id from development_files where id = row.subject_id),
      (select organization_id from meetings where id = row.subject_id))`,
  },
  meeting: { name: `row.held_on || ' ' || row.title`, place: 'row.organization_id' },
  topicGuide: { name: 'row.title', place: 'row.organization_id' },
  lifeMeeting: {
    name: `(select short_name from organizations where id = row.organization_id) || row.year || '年度组织生活会'`,
    place: 'row.organization_id',
  },
  appraisal: {
    name: `(select short_name from organizations where id = row.organization_id) || row.year || '年度民主评议党员'`,
    place: 'row.organization_id',
  },
  talk: { name: `row.talker_name || '与' || row.talked_name || '谈心谈话'`, place: 'row.organization_id' },
  reviewCampaign: { name: 'row.name', place: 'row.organization_id' },
  reviewRectification: {
    name: 'substr(row.problem, 1, 30)',
    place: '(select organization_id from review_subjects where id = row.subject_id)',
  },
  responsibilityList: {
    name: `(select short_name from organizations where id = row.organization_id) || row.year || '年党建责任清单'`,
    place: 'row.organization_id',
  },
  mobilityRecord: {
    name: 'coalesce(row.name, (select name from members where id = row.member_id))',
    place: 'coalesce((select organization_id from members where id = row.member_id), row.organization_id)',
  },
}

export function plainTrashOf(kind: PlainTrashKind): PlainTrash {
  return plain[kind]
}

interface Versioned {
  readonly id: string
  readonly version: number
}

/** False when somebody else has written in between, or it is in the trash already. */
export function trashPlain(
  db: WriteDb,
  kind: PlainTrashKind,
  { id, version, at, reason }: Versioned & { readonly at: Instant; readonly reason: string },
): boolean {
  const sql = `update "${tableOf(kind).table}" set deleted_at = @at, deleted_reason = @reason, version = version + 1, updated_at = @at
    where id = @id and version = @version and deleted_at is null`
  return db.sql.run(sql, { id, version, at, reason }) === 1
}

/** False when it was restored in between. */
export function restorePlain(
  db: WriteDb,
  kind: PlainTrashKind,
  { id, at }: { readonly id: string; readonly at: Instant },
): boolean {
  const sql = `update "${tableOf(kind).table}" set deleted_at = null, deleted_reason = null, version = version + 1, updated_at = @at
    where id = @id and deleted_at is not null`
  return db.sql.run(sql, { id, at }) === 1
}

/** Members in the trash that these records speak of: those come back first. */
export function trashedMembersOf(
  db: ReadDb,
  kind: PlainTrashKind,
  ids: readonly string[],
): readonly { readonly id: string; readonly memberName: string }[] {
  const { table } = tableOf(kind)
  if (!columnsOf(db, table).includes('member_id')) return []
  return db.sql.all(
    `select t.id, m.name as memberName from "${table}" t join members m on m.id = t.member_id
     where t.id in (select value from json_each(@ids)) and m.deleted_at is not null`,
    { ids: JSON.stringify(ids) },
  )
}

function columnsOf(db: ReadDb, table: string): readonly string[] {
  return db.sql
    .all<{ name: string }>('select name from pragma_table_info(@table)', { table })
    .map(({ name }) => name)
}

/** Up to this moment, in the order they were written. */
export function plainToPurge(db: ReadDb, kind: PlainTrashKind, upTo: Instant): readonly string[] {
  return db.sql
    .all<{ id: string }>(
      `select id from "${tableOf(kind).table}" where deleted_at is not null and deleted_at <= @upTo order by rowid`,
      { upTo },
    )
    .map(({ id }) => id)
}

/** Rows of a table and what belongs to them, parts of parts first. Call within `audit.purging()`. */
export function purgeRows(db: WriteDb, kind: RecordKind, ids: readonly string[]): void {
  if (ids.length === 0) return
  if (kind === 'enterprise') forgetOverrides(db, kind, ids)
  purgeTable(db, tableOf(kind).table, ids)
}

/** What a purged record leaves behind it, told by its table: booklets keep their numbers, files of people who are no members any more their steps. */
const farewells: Readonly<Record<string, readonly string[]>> = {
  members: [
    `update development_files set member_id = null, version = version + 1
     where member_id in (select value from json_each(@ids))`,
  ],
  development_files: [
    'update application_forms set file_id = null where file_id in (select value from json_each(@ids))',
  ],
  review_subjects: [
    'delete from review_keyings where subject_id in (select value from json_each(@ids))',
    'delete from review_counts where subject_id in (select value from json_each(@ids))',
    'delete from review_opinions where subject_id in (select value from json_each(@ids))',
  ],
  review_batches: ['delete from review_keyings where batch_id in (select value from json_each(@ids))'],
  meetings: [
    `delete from follow_ups where subject = 'meeting' and subject_id in (select value from json_each(@ids))`,
    'update development_votes set meeting_id = null where meeting_id in (select value from json_each(@ids))',
    'update life_meetings set meeting_id = null where meeting_id in (select value from json_each(@ids))',
    'update appraisals set meeting_id = null where meeting_id in (select value from json_each(@ids))',
    'update review_steps set meeting_id = null where meeting_id in (select value from json_each(@ids))',
  ],
}

function purgeTable(db: WriteDb, table: string, ids: readonly string[]): void {
  const params = { ids: JSON.stringify(ids) }
  for (const sql of farewells[table] ?? []) db.sql.run(sql, params)
  for (const { child, column } of partsOf(db, table)) {
    const parts = db.sql
      .all<{ id: string }>(
        `select id from "${child}" where "${column}" in (select value from json_each(@ids))`,
        params,
      )
      .map(({ id }) => id)
    if (parts.length > 0) purgeTable(db, child, parts)
  }
  if (table === 'development_files') purgeBesideDevelopment(db, ids)
  db.sql.run(`delete from "${table}" where id in (select value from json_each(@ids))`, params)
}

/** Tables whose rows are part of this one's, or say nothing without it. */
function partsOf(db: ReadDb, parent: string): readonly { readonly child: string; readonly column: string }[] {
  return Object.entries(auditedTables)
    .filter(([, { undoInsert, kind }]) => undoInsert === 'delete' || Object.hasOwn(plain, kind))
    .flatMap(([child]) =>
      db.sql
        .all<{ column: string; parent: string }>(
          'select "from" as "column", "table" as parent from pragma_foreign_key_list(@child) order by id',
          { child },
        )
        .filter((reference) => reference.parent === parent)
        .map(({ column }) => ({ child, column })),
    )
}
