import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { TransferColumn } from '#shared/domain/transferDates.ts'
import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import type { ReadDb, SqlParams, WriteDb } from '../database.ts'
import { transfers } from '../schema/transfers.ts'
import { andInScope, isInScope, scopeCondition } from './scope.ts'

export type StoredTransfer = typeof transfers.$inferSelect
export type NewTransfer = typeof transfers.$inferInsert

/** Living ones only; one that speaks of somebody in the trash is found, as that person is. */
export function getTransfer(db: ReadDb, id: string): StoredTransfer | undefined {
  const row = db.orm
    .select()
    .from(transfers)
    .where(and(eq(transfers.id, id), isNull(transfers.deletedAt)))
    .get()
  return row && isInScope(db, row.organizationId) ? row : undefined
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

export interface TransferPart {
  readonly columns: readonly TransferColumn[] | null
  readonly direction: 'out' | 'in' | null
  /** Branches; null for all in scope. */
  readonly organizationIds: readonly string[] | null
  readonly text: string | null
  readonly today: DateOnly
  /** Letters good no longer than this day are 临期. */
  readonly soonUntil: DateOnly
}

// The same as columnOf of the domain, which a test holds against it.
const columnSql = `case
  when t.status in ('receipted', 'returned', 'void') then 'done'
  when t.status = 'waiting' then 'waiting'
  when t.status = 'accepted' then 'receipt'
  when t.expire_on is null then 'inTransit'
  when t.expire_on < @today then 'overdue'
  when t.expire_on <= @soonUntil then 'soon'
  else 'inTransit' end`

// Near enough to dueOn of the domain to sort by.
const dueSql = `case when status = 'accepted' and received_on is not null
  then max(date(received_on, '+1 month'), case direction when 'out' then coalesce(expire_on, '') else '' end)
  else expire_on end`

/** What the filters but the column keep; people in the trash are left out with what is said of them. */
function kept(db: ReadDb, part: TransferPart): { readonly from: string; readonly params: SqlParams } {
  const { direction, organizationIds, text, today, soonUntil } = part
  const mine = andInScope(db, 't.organization_id')
  const conditions = [
    direction === null ? '' : ' and t.direction = @direction',
    organizationIds === null
      ? ''
      : ' and t.organization_id in (select value from json_each(@organizationIds))',
    text === null ? '' : ` and (t.person_name like @like escape '\\' or t.letter_no like @like escape '\\')`,
  ]
  return {
    from: `from (select t.*, ${columnSql} as board from transfers t left join members m on m.id = t.member_id
      where t.deleted_at is null and m.deleted_at is null${conditions.join('')}${mine.sql})`,
    params: {
      today,
      soonUntil,
      ...(direction === null ? {} : { direction }),
      ...(organizationIds === null ? {} : { organizationIds: JSON.stringify(organizationIds) }),
      ...(text === null ? {} : { like: `%${escaped(text)}%` }),
      ...mine.params,
    },
  }
}

/** What is due first comes first; of what is done, the newest. */
export function listTransfers(
  db: ReadDb,
  part: TransferPart,
  page: { readonly offset: number; readonly limit: number },
): readonly StoredTransfer[] {
  const { from, params } = kept(db, part)
  const inColumns = part.columns === null ? '' : ' where board in (select value from json_each(@columns))'
  const ids = db.sql
    .all<{ id: string }>(
      `select id ${from}${inColumns}
       order by board = 'done', case when board = 'done' then null else coalesce(${dueSql}, '9999') end,
         updated_at desc, id limit @limit offset @offset`,
      { ...params, ...page, ...(part.columns === null ? {} : { columns: JSON.stringify(part.columns) }) },
    )
    .map(({ id }) => id)
  return transfersByIds(db, ids)
}

/** In the order of the ids. */
function transfersByIds(db: ReadDb, ids: readonly string[]): readonly StoredTransfer[] {
  const rows = db.orm
    .select()
    .from(transfers)
    .where(inArray(transfers.id, [...ids]))
    .all()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export function countTransfers(
  db: ReadDb,
  part: TransferPart,
): readonly { readonly board: TransferColumn; readonly n: number }[] {
  const { from, params } = kept(db, part)
  return db.sql.all(`select board, count(*) as n ${from} group by board order by board`, params)
}

/** Every transfer of one person, oldest first: for the person's own page. */
export function transfersOfMember(db: ReadDb, memberId: string): readonly StoredTransfer[] {
  return db.orm
    .select()
    .from(transfers)
    .where(
      and(
        eq(transfers.memberId, memberId),
        isNull(transfers.deletedAt),
        scopeCondition(db, transfers.organizationId),
      ),
    )
    .orderBy(transfers.createdAt, transfers.id)
    .all()
}

/** Under way. */
export const openStatuses = ['waiting', 'issued', 'inTransit', 'accepted'] as const

export type OpenOutgoing = Pick<StoredTransfer, 'id' | 'status' | 'letterNo' | 'toOrg'>

/** Of these people, those who are leaving: their transfer out that is not done yet. */
export function openOutgoing(db: ReadDb, memberIds: readonly string[]): ReadonlyMap<string, OpenOutgoing> {
  const rows = db.orm
    .select({
      id: transfers.id,
      memberId: transfers.memberId,
      status: transfers.status,
      letterNo: transfers.letterNo,
      toOrg: transfers.toOrg,
    })
    .from(transfers)
    .where(
      and(
        inArray(transfers.memberId, [...memberIds]),
        eq(transfers.direction, 'out'),
        inArray(transfers.status, [...openStatuses]),
        isNull(transfers.deletedAt),
        scopeCondition(db, transfers.organizationId),
      ),
    )
    .all()
  return new Map(
    rows.flatMap(({ memberId, ...leaving }) => (memberId === null ? [] : [[memberId, leaving] as const])),
  )
}

/** An incoming one of this person that is under way, other than this one. */
export function openIncomingOf(
  db: ReadDb,
  idNo: string,
  exceptId: string | null,
): StoredTransfer | undefined {
  return db.orm
    .select()
    .from(transfers)
    .where(
      and(
        eq(transfers.idNo, idNo),
        eq(transfers.direction, 'in'),
        inArray(transfers.status, [...openStatuses]),
        isNull(transfers.deletedAt),
        scopeCondition(db, transfers.organizationId),
      ),
    )
    .all()
    .find(({ id }) => id !== exceptId)
}

/** Numbers of our own letters that begin so, over the whole street whoever asks: nothing else of them is told. */
export function ownLetterNumbers(db: ReadDb, beginning: string): readonly string[] {
  return db.sql
    .all<{ letterNo: string }>(
      `select letter_no as letterNo from transfers
       where letter_no like @like escape '\\' and direction = 'out' and deleted_at is null order by letter_no, id`,
      { like: `${escaped(beginning)}%` },
    )
    .map(({ letterNo }) => letterNo)
}

/** Whether another of our letters bears this number, anywhere in the street. */
export function isLetterNoTaken(db: ReadDb, letterNo: string, exceptId: string | null): boolean {
  const row = db.sql.get(
    `select 1 from transfers where letter_no = @letterNo and direction = 'out' and deleted_at is null and id is not @exceptId`,
    { letterNo, exceptId },
  )
  return row !== undefined
}

export function insertTransfer(db: WriteDb, row: NewTransfer): void {
  db.orm.insert(transfers).values(row).run()
}

/** False when somebody else has written in between. */
export function updateTransfer(
  db: WriteDb,
  {
    id,
    version,
    set,
    at,
  }: {
    readonly id: string
    readonly version: number
    readonly set: Partial<NewTransfer>
    readonly at: Instant
  },
): boolean {
  const current = getTransfer(db, id)
  if (current?.version !== version) return false
  db.orm
    .update(transfers)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(eq(transfers.id, id))
    .run()
  return true
}
