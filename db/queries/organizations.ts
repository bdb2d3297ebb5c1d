import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import type { OrganizationEvent } from '#shared/contract/organizations.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { organizationEvents, organizations } from '../schema/organizations.ts'
import { andInScope, inScope, isInScope, scopeCondition } from './scope.ts'

export type StoredOrganization = typeof organizations.$inferSelect
type NewOrganization = typeof organizations.$inferInsert

/** Every organisation that is not in the trash, in tree order; ended ones too. */
export function listOrganizations(db: ReadDb): readonly StoredOrganization[] {
  return livingOrganizations(db, scopeCondition(db, organizations.id))
}

/**
 * The whole street's, whoever asks: for the order of the tree and for names and codes that may not be given twice. Callers say
 * nothing of one outside the scope.
 */
export function listAnyOrganizations(db: ReadDb): readonly StoredOrganization[] {
  return livingOrganizations(db, undefined)
}

function livingOrganizations(db: ReadDb, mine: SQL | undefined): readonly StoredOrganization[] {
  return db.orm
    .select()
    .from(organizations)
    .where(and(isNull(organizations.deletedAt), mine))
    .orderBy(asc(organizations.treeOrder), asc(organizations.id))
    .all()
}

export function getOrganization(db: ReadDb, id: string): StoredOrganization | undefined {
  return isInScope(db, id)
    ? db.orm.select().from(organizations).where(eq(organizations.id, id)).get()
    : undefined
}

export function insertOrganization(db: WriteDb, row: NewOrganization): void {
  db.orm.insert(organizations).values(row).run()
}

/** False when somebody else has written in between. */
export function updateOrganization(
  db: WriteDb,
  {
    id,
    version,
    set,
    at,
  }: {
    readonly id: string
    readonly version: number
    readonly set: Partial<NewOrganization>
    readonly at: Instant
  },
): boolean {
  const current = getOrganization(db, id)
  if (current?.version !== version || current.deletedAt !== null) return false
  db.orm
    .update(organizations)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(eq(organizations.id, id))
    .run()
  return true
}

/** False when somebody else has written in between. Living members and organisations must not hang on it. */
export function trashOrganization(
  db: WriteDb,
  args: { readonly id: string; readonly version: number; readonly at: Instant; readonly reason: string },
): boolean {
  const sql = `update organizations set deleted_at = @at, deleted_reason = @reason, updated_at = @at, version = version + 1
    where id = @id and version = @version and deleted_at is null`
  return db.sql.run(sql, args) === 1
}

export function setTreeOrder(db: WriteDb, idsInOrder: readonly string[]): void {
  idsInOrder.forEach((id, order) => {
    db.sql.run('update organizations set tree_order = @order where id = @id and tree_order <> @order', {
      id,
      order,
    })
  })
}

export function insertOrganizationEvent(db: WriteDb, event: typeof organizationEvents.$inferInsert): void {
  db.orm.insert(organizationEvents).values(event).run()
}

export function listOrganizationEvents(db: ReadDb, organizationId: string): readonly OrganizationEvent[] {
  if (!isInScope(db, organizationId)) return []
  return db.sql.all<OrganizationEvent>(
    `select id, kind, happened_on as happenedOn, from_text as fromText, to_text as toText, doc_no as docNo, reason
     from organization_events where organization_id = @organizationId order by happened_on desc, created_at desc, id`,
    { organizationId },
  )
}

/** This one and everything below it, ended ones too. */
export function subtreeIds(db: ReadDb, id: string): readonly string[] {
  if (!isInScope(db, id)) return []
  const rows = db.sql.all<{ id: string }>(
    `with recursive below(id) as (
       select @id union all
       select o.id from organizations o join below on o.parent_id = below.id where o.deleted_at is null)
     select id from below`,
    { id },
  )
  return rows.map((row) => row.id)
}

export interface GroupCount {
  readonly organizationId: string
  /** Null for those of the branch in no group. */
  readonly groupId: string | null
  readonly full: number
  readonly probationary: number
}

/** Members who count (STA-01) by branch and group; `statuses` are the counting ones. */
export function countByGroup(db: ReadDb, statuses: readonly string[]): readonly GroupCount[] {
  const mine = andInScope(db, 'organization_id')
  // Grouped by all four columns of the index it reads from start to end; choosing the statuses in SQL doubles its time.
  const rows = db.sql.all<{
    readonly organizationId: string
    readonly groupId: string | null
    readonly partyStatus: string
    readonly personType: string
    readonly n: number
  }>(
    `select organization_id as organizationId, group_id as groupId, party_status as partyStatus,
       person_type as personType, count(*) as n
     from members indexed by members_organization where deleted_at is null${mine.sql}
     group by organization_id, group_id, party_status, person_type`,
    mine.params,
  )
  return rows
    .filter((row) => statuses.includes(row.partyStatus))
    .map(({ organizationId, groupId, personType, n }) => ({
      organizationId,
      groupId,
      full: personType === '1' ? n : 0,
      probationary: personType === '2' ? n : 0,
    }))
}

/** 正式党员 of joint branches by the unit they work in. */
export function countByJointUnit(
  db: ReadDb,
  statuses: readonly string[],
): readonly { readonly organizationId: string; readonly unit: string; readonly full: number }[] {
  const mine = andInScope(db, 'o.id')
  return db.sql.all(
    `select m.organization_id as organizationId, m.joint_unit as unit, count(*) as "full"
     from organizations o cross join members m indexed by members_organization on m.organization_id = o.id
     where o.branch_kind = 'LH' and m.deleted_at is null and m.joint_unit is not null and m.person_type = '1'
       and m.party_status in (select value from json_each(@statuses))${mine.sql}
     group by m.organization_id, m.joint_unit order by m.organization_id, m.joint_unit`,
    { statuses: JSON.stringify(statuses), ...mine.params },
  )
}

/** Short names of all, trashed ones too: a record may still point at one. */
export function organizationNames(db: ReadDb): ReadonlyMap<string, string> {
  const mine = inScope(db, 'id')
  const rows = db.sql.all<{ id: string; name: string }>(
    `select id, short_name as name from organizations where ${mine.sql} order by id`,
    mine.params,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
