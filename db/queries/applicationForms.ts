import { and, eq, isNull } from 'drizzle-orm'
import type { FormStatus } from '#shared/domain/development/records.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams, WriteDb } from '../database.ts'
import { applicationForms } from '../schema/developmentRegisters.ts'
import { andInScope, isInScope } from './scope.ts'

export type StoredForm = typeof applicationForms.$inferSelect

interface FormFilter {
  readonly status: FormStatus | null
  /** Part of the number, or of the name of whom it was issued for. */
  readonly text: string | null
}

/** The file a booklet was issued for stays unnamed once it moved out of reach. */
function issuedFor(db: ReadDb): { readonly sql: string; readonly params: SqlParams } {
  const { sql, params } = andInScope(db, 'd.organization_id')
  return { sql: `left join development_files d on d.id = f.file_id${sql}`, params }
}

const from = 'from application_forms f join organizations o on o.id = f.organization_id'

function where(
  db: ReadDb,
  { status, text }: FormFilter,
): { readonly sql: string; readonly params: SqlParams } {
  const scope = andInScope(db, 'f.organization_id')
  return {
    sql: `${issuedFor(db).sql} where f.deleted_at is null${scope.sql}${status === null ? '' : ' and f.status = @status'}${
      text === null ? '' : ` and (instr(f.serial_no, @text) > 0 or instr(coalesce(d.name, ''), @text) > 0)`
    }`,
    params: {
      ...scope.params,
      ...(status === null ? {} : { status }),
      ...(text === null ? {} : { text }),
    },
  }
}

/** Ids of a page by number, and how many there are. */
export function listFormIds(
  db: ReadDb,
  filter: FormFilter,
  page: { readonly offset: number; readonly limit: number },
): { readonly ids: readonly string[]; readonly total: number } {
  const { sql, params } = where(db, filter)
  const total = db.sql.get<{ n: number }>(`select count(*) as n ${from} ${sql}`, params)?.n ?? 0
  const rows = db.sql.all<{ id: string }>(
    `select f.id ${from} ${sql} order by o.tree_order, length(f.serial_no), f.serial_no limit @limit offset @offset`,
    { ...params, ...page },
  )
  return { ids: rows.map(({ id }) => id), total }
}

export function countForms(db: ReadDb): ReadonlyMap<string, number> {
  const { sql, params } = where(db, { status: null, text: null })
  const rows = db.sql.all<{ status: string; n: number }>(
    `select f.status, count(*) as n ${from} ${sql} group by f.status`,
    params,
  )
  return new Map(rows.map(({ status, n }) => [status, n]))
}

/** In the caller's reach and not in the trash. */
export function getForm(db: ReadDb, id: string): StoredForm | undefined {
  const form = db.orm.select().from(applicationForms).where(eq(applicationForms.id, id)).get()
  return form && form.deletedAt === null && isInScope(db, form.organizationId) ? form : undefined
}

export interface FormWithFile {
  readonly form: StoredForm
  readonly fileName: string | null
  readonly branchName: string | null
  readonly state: string | null
  readonly preReviewOn: string | null
  readonly meetingOn: string | null
  /** Other booklets out for the same file. */
  readonly others: number
}

const stepOn = (milestone: string) =>
  `(select s.done_on from development_steps s where s.file_id = f.file_id and s.milestone = '${milestone}' and s.superseded_by is null)`

/** With what is known of whom they were issued for, in the order of `ids`. */
export function readForms(db: ReadDb, ids: readonly string[]): readonly FormWithFile[] {
  const file = issuedFor(db)
  const rows = db.sql.all<Omit<FormWithFile, 'form'> & { id: string }>(
    `select f.id, d.name as fileName, b.short_name as branchName, st.state,
       ${stepOn('preReviewOn')} as preReviewOn, ${stepOn('meetingOn')} as meetingOn,
       (select count(*) from application_forms x where x.file_id = f.file_id and x.id <> f.id
          and x.status in ('issued', 'filed') and x.deleted_at is null) as others
     from application_forms f ${file.sql}
     left join organizations b on b.id = d.organization_id left join development_status st on st.file_id = f.file_id
     where f.id in (select value from json_each(@ids))`,
    { ids: JSON.stringify(ids), ...file.params },
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const [form, row] = [getForm(db, id), known.get(id)]
    return form && row ? [{ ...row, form }] : []
  })
}

/** Of these numbers, those a committee has already. */
export function knownSerialNos(
  db: ReadDb,
  organizationId: string,
  serialNos: readonly string[],
): readonly string[] {
  return db.sql
    .all<{ no: string }>(
      `select serial_no as no from application_forms where organization_id = @organizationId and deleted_at is null
         and serial_no in (select value from json_each(@nos)) order by serial_no`,
      { organizationId, nos: JSON.stringify(serialNos) },
    )
    .map(({ no }) => no)
}

/** Numbers of these booklets, in the trash, that their committees have entered again since. */
export function takenSerialNos(db: ReadDb, ids: readonly string[]): readonly string[] {
  return db.sql
    .all<{ no: string }>(
      `select t.serial_no as no from application_forms t join application_forms x
         on x.organization_id = t.organization_id and x.serial_no = t.serial_no and x.deleted_at is null
       where t.id in (select value from json_each(@ids)) and t.deleted_at is not null order by t.serial_no`,
      { ids: JSON.stringify(ids) },
    )
    .map(({ no }) => no)
}

/** Files these booklets were issued for: nobody is shown them. */
export function filesOfForms(db: ReadDb, ids: readonly string[]): readonly string[] {
  return db.sql
    .all<{ id: string }>(
      `select distinct file_id as id from application_forms
       where file_id is not null and id in (select value from json_each(@ids)) order by file_id`,
      { ids: JSON.stringify(ids) },
    )
    .map(({ id }) => id)
}

/**
 * Booklets of these organisations that can still be issued. Those with a number the one who takes over has itself stay where they
 * are: two booklets are not told apart by anything else.
 */
export function formsToHandOver(
  db: ReadDb,
  from: readonly string[],
  to: string,
): readonly Pick<StoredForm, 'id' | 'version'>[] {
  return db.sql.all(
    `select f.id, f.version from application_forms f
     where f.organization_id in (select value from json_each(@from)) and f.status in ('stock', 'returned')
       and f.deleted_at is null and not exists (
         select 1 from application_forms x
         where x.organization_id = @to and x.serial_no = f.serial_no and x.deleted_at is null)
     order by f.serial_no, f.id`,
    { from: JSON.stringify(from), to },
  )
}

export function insertForms(db: WriteDb, rows: readonly (typeof applicationForms.$inferInsert)[]): void {
  for (const row of rows) db.orm.insert(applicationForms).values(row).run()
}

/** False when somebody else has written in between. */
export function updateForm(
  db: WriteDb,
  { id, version }: Pick<StoredForm, 'id' | 'version'>,
  set: Partial<StoredForm>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(applicationForms)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(
      and(
        eq(applicationForms.id, id),
        eq(applicationForms.version, version),
        isNull(applicationForms.deletedAt),
      ),
    )
    .run()
  return changes === 1
}
