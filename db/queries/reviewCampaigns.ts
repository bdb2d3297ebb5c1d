import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { reviewCampaigns, reviewSchemes } from '../schema/reviews.ts'
import { scopeRoot } from './scope.ts'

export type StoredCampaign = typeof reviewCampaigns.$inferSelect
export type StoredScheme = typeof reviewSchemes.$inferSelect

const columns = `c.id, c.organization_id as organizationId, c.year, c.name, c.start_on as startOn, c.end_on as endOn,
  c.left_out_steps as leftOutSteps, c.notice_no as noticeNo, c.notice_on as noticeOn, c.remark, c.version,
  c.created_at as createdAt, c.updated_at as updatedAt, c.deleted_at as deletedAt, c.deleted_reason as deletedReason`

/**
 * A campaign is read by who sees its organisation, and by who is below it: the street's is every community's. As with terms, what hangs
 * on an organisation in the trash is out of sight with it.
 */
function readable(db: ReadDb): { readonly sql: string; readonly params: Readonly<Record<string, string>> } {
  const living = `c.deleted_at is null and c.organization_id in (select id from organizations where deleted_at is null)`
  const root = scopeRoot(db)
  if (db.scope === null || root === null) return { sql: living, params: {} }
  return {
    sql: `${living} and (c.organization_id in (select value from json_each(@scope)) or c.organization_id in (
      with recursive above(id) as (
        select @root union select o.parent_id from organizations o join above on o.id = above.id
        where o.parent_id is not null)
      select id from above))`,
    params: { scope: JSON.stringify(db.scope), root },
  }
}

/** Newest year first, then in tree order. */
export function listCampaigns(db: ReadDb): readonly StoredCampaign[] {
  const mine = readable(db)
  return db.sql.all<StoredCampaign>(
    `select ${columns} from review_campaigns c join organizations o on o.id = c.organization_id
     where ${mine.sql} order by c.year desc, o.tree_order, c.id`,
    mine.params,
  )
}

/** Not in the trash, of the caller's organisations or one above them. */
export function getStoredCampaign(db: ReadDb, id: string): StoredCampaign | undefined {
  const mine = readable(db)
  return db.sql.get<StoredCampaign>(
    `select ${columns} from review_campaigns c where c.id = @id and ${mine.sql}`,
    {
      id,
      ...mine.params,
    },
  )
}

/** The living one of an organisation and a year. */
export function campaignOfYear(db: ReadDb, organizationId: string, year: number): StoredCampaign | undefined {
  const mine = readable(db)
  return db.sql.get<StoredCampaign>(
    `select ${columns} from review_campaigns c
     where c.organization_id = @organizationId and c.year = @year and ${mine.sql}`,
    { organizationId, year, ...mine.params },
  )
}

/** What the organisation is called, for who may read its campaign though not its records. */
export function campaignOrganizationName(db: ReadDb, campaignId: string): string {
  const mine = readable(db)
  const row = db.sql.get<{ name: string }>(
    `select o.short_name as name from review_campaigns c join organizations o on o.id = c.organization_id
     where c.id = @campaignId and ${mine.sql}`,
    { campaignId, ...mine.params },
  )
  return row?.name ?? ''
}

/** Of campaigns the caller has seen to be in reach; in their order. */
export function listSchemes(db: ReadDb, campaignIds: readonly string[]): readonly StoredScheme[] {
  return db.orm
    .select()
    .from(reviewSchemes)
    .where(inArray(reviewSchemes.campaignId, [...campaignIds]))
    .orderBy(asc(reviewSchemes.campaignId), asc(reviewSchemes.position), asc(reviewSchemes.id))
    .all()
}

/** Of a campaign in reach. */
export function getStoredScheme(db: ReadDb, id: string): StoredScheme | undefined {
  const found = db.orm.select().from(reviewSchemes).where(eq(reviewSchemes.id, id)).get()
  return found && getStoredCampaign(db, found.campaignId) ? found : undefined
}

export function insertCampaign(db: WriteDb, row: typeof reviewCampaigns.$inferInsert): void {
  db.orm.insert(reviewCampaigns).values(row).run()
}

/** False when somebody else has written in between. */
export function updateCampaign(
  db: WriteDb,
  { id, version }: Pick<StoredCampaign, 'id' | 'version'>,
  set: Partial<typeof reviewCampaigns.$inferInsert>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(reviewCampaigns)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(
      and(
        eq(reviewCampaigns.id, id),
        eq(reviewCampaigns.version, version),
        isNull(reviewCampaigns.deletedAt),
      ),
    )
    .run()
  return changes === 1
}

export function insertScheme(db: WriteDb, row: typeof reviewSchemes.$inferInsert): void {
  db.orm.insert(reviewSchemes).values(row).run()
}

/** False when somebody else has written in between. */
export function updateScheme(
  db: WriteDb,
  { id, version }: Pick<StoredScheme, 'id' | 'version'>,
  set: Partial<typeof reviewSchemes.$inferInsert>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(reviewSchemes)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(reviewSchemes.id, id), eq(reviewSchemes.version, version)))
    .run()
  return changes === 1
}

/** False when somebody else has written in between. */
export function deleteScheme(db: WriteDb, { id, version }: Pick<StoredScheme, 'id' | 'version'>): boolean {
  const { changes } = db.orm
    .delete(reviewSchemes)
    .where(and(eq(reviewSchemes.id, id), eq(reviewSchemes.version, version)))
    .run()
  return changes === 1
}
