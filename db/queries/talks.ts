import { and, eq, isNull } from 'drizzle-orm'
import type { TalkRelation } from '#shared/domain/meetings/records.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { talks } from '../schema/organizationLife.ts'
import { andAskedFor } from './organizationLife.ts'
import { andInScope, isInScope } from './scope.ts'

export type StoredTalk = typeof talks.$inferSelect

interface TalkFilter {
  /** With everything below it; null for all in reach. */
  readonly organizationId: string | null
  readonly year: number
  readonly relation: TalkRelation | null
  /** Part of the title or of a name; never of what was said. */
  readonly text: string | null
}

const ofYear = (column: string) => `${column} >= @firstDay and ${column} <= @lastDay`
const daysOfYear = (year: number) => ({ firstDay: `${year}-01-01`, lastDay: `${year}-12-31` })

/** Ids of a page, the latest first, and how many there are. */
export function listTalks(
  db: ReadDb,
  { organizationId, year, relation, text }: TalkFilter,
  part: { readonly offset: number; readonly limit: number },
): { readonly ids: readonly string[]; readonly total: number } {
  const asked = andAskedFor(db, 'organization_id', organizationId)
  // Whoever sees numbers masked does not find them by their digits either.
  const found = ['title', 'talker_name', 'talked_name'].map(
    (column) => `instr(${db.mayReveal ? column : `shown_text(${column})`}, @text) > 0`,
  )
  const narrowed = [
    ...(relation === null ? [] : ['relation = @relation']),
    ...(text === null ? [] : [`(${found.join(' or ')})`]),
  ].map((condition) => ` and ${condition}`)
  const where = `from talks where deleted_at is null
    and organization_id not in (select id from organizations where deleted_at is not null) and ${ofYear('talked_on')}${asked.sql}${narrowed.join('')}`
  const params = {
    ...daysOfYear(year),
    ...asked.params,
    ...(relation === null ? {} : { relation }),
    ...(text === null ? {} : { text }),
  }
  const total = db.sql.get<{ n: number }>(`select count(*) as n ${where}`, params)?.n ?? 0
  const rows = db.sql.all<{ id: string }>(
    `select id ${where} order by talked_on desc, created_at desc, id limit @limit offset @offset`,
    { ...params, ...part },
  )
  return { ids: rows.map(({ id }) => id), total }
}

/** In the caller's reach and not in the trash. */
export function getTalk(db: ReadDb, id: string): StoredTalk | undefined {
  const found = db.orm.select().from(talks).where(eq(talks.id, id)).get()
  return found && found.deletedAt === null && isInScope(db, found.organizationId) ? found : undefined
}

/** Talks on record of one branch in a year. */
export function countTalks(db: ReadDb, organizationId: string, year: number): number {
  const mine = andInScope(db, 'organization_id')
  const row = db.sql.get<{ n: number }>(
    `select count(*) as n from talks
     where organization_id = @organizationId and deleted_at is null and ${ofYear('talked_on')}${mine.sql}`,
    { organizationId, ...daysOfYear(year), ...mine.params },
  )
  return row?.n ?? 0
}

/**
 * Who of these people talked or was talked to in the year on any record in reach; and the names of whom the branch's own records know
 * by name alone.
 */
export function talkedInYear(
  db: ReadDb,
  {
    organizationId,
    year,
    memberIds,
  }: {
    readonly organizationId: string
    readonly year: number
    readonly memberIds: readonly string[]
  },
): { readonly ids: ReadonlySet<string>; readonly names: ReadonlySet<string> } {
  const mine = andInScope(db, 'organization_id')
  const where = `deleted_at is null and ${ofYear('talked_on')}${mine.sql}`
  const params = { ...daysOfYear(year), ...mine.params }
  const ids = db.sql.all<{ id: string }>(
    `select talker_id as id from talks where talker_id in (select value from json_each(@ids)) and ${where}
     union select talked_id from talks where talked_id in (select value from json_each(@ids)) and ${where}`,
    { ids: JSON.stringify(memberIds), ...params },
  )
  const names = db.sql.all<{ name: string }>(
    `select talker_name as name from talks where organization_id = @organizationId and talker_id is null and ${where}
     union select talked_name from talks where organization_id = @organizationId and talked_id is null and ${where}`,
    { organizationId, ...params },
  )
  return { ids: new Set(ids.map(({ id }) => id)), names: new Set(names.map(({ name }) => name)) }
}

export function insertTalk(db: WriteDb, row: typeof talks.$inferInsert): void {
  db.orm.insert(talks).values(row).run()
}

/** False when somebody else has written in between. */
export function updateTalk(
  db: WriteDb,
  { id, version }: Pick<StoredTalk, 'id' | 'version'>,
  set: Partial<typeof talks.$inferInsert>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(talks)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(talks.id, id), eq(talks.version, version), isNull(talks.deletedAt)))
    .run()
  return changes === 1
}
